/** What one broker on this machine needs to know. */
export type KafkaSettings = {
  readonly dataDir: string;
  readonly broker: number;
  readonly controller: number;
  readonly security?: KafkaSecurity | undefined;
};

/**
 * Makes the broker speak TLS, ask for a login (SCRAM-SHA-512) and allow nothing without an ACL. `certificate` is a PEM
 * file with key and certificate of 127.0.0.1, `users` are passwords by name, and of them `superUser` may do all.
 */
export type KafkaSecurity = {
  readonly certificate: string;
  readonly users: Readonly<Record<string, string>>;
  readonly superUser: string;
};

/** `server.properties` of a single-node KRaft broker on 127.0.0.1, small and quick to start; limits are Kafka's defaults. */
export function kafkaProperties({ dataDir, broker, controller, security }: KafkaSettings): string {
  const protocol = security === undefined ? 'PLAINTEXT' : 'SASL_SSL';
  return `process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
listeners=${protocol}://127.0.0.1:${broker},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=${protocol}://127.0.0.1:${broker}
controller.listener.names=CONTROLLER
listener.security.protocol.map=${protocol}:${protocol},CONTROLLER:PLAINTEXT
log.dirs=${dataDir}
auto.create.topics.enable=false
group.initial.rebalance.delay.ms=0
offsets.topic.replication.factor=1
offsets.topic.num.partitions=8
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=4
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
broker.heartbeat.interval.ms=500
broker.session.timeout.ms=4000
log.cleaner.dedupe.buffer.size=16777216
${security === undefined ? '' : securityProperties(security)}`;
}

function securityProperties({ certificate, users, superUser }: KafkaSecurity): string {
  const login = `username="${superUser}" password="${users[superUser] ?? ''}"`;
  // The controller's listener is open on loopback: who comes by it has no name.
  return `inter.broker.listener.name=SASL_SSL
sasl.enabled.mechanisms=SCRAM-SHA-512
sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required ${login};
ssl.keystore.type=PEM
ssl.keystore.location=${certificate}
ssl.truststore.type=PEM
ssl.truststore.location=${certificate}
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:${superUser};User:ANONYMOUS
`;
}

/** Memory and start-up flags of the broker's JVM. */
export const KAFKA_JVM_FLAGS: readonly string[] = [
  '-Xms256m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-Djava.awt.headless=true',
  '-Dorg.slf4j.simpleLogger.showDateTime=true',
  '-Dorg.slf4j.simpleLogger.dateTimeFormat=HH:mm:ss.SSS',
];
