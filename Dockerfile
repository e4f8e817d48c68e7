# One image for each service: docker build --build-arg SERVICE=ingest -t dateline-ingest .
# Pin the base by its digest where you build for production: --build-arg NODE_IMAGE=node:24-bookworm-slim@sha256:…
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No scripts: nothing that is needed here comes from one, and one less way in for a bad package.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY apps apps
COPY libs libs
COPY cli cli
COPY jobs jobs
RUN npm run build && rm dist/build.tsbuildinfo

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --omit=optional --no-audit --no-fund

FROM ${NODE_IMAGE}
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
# Only from here on do the images of the services differ: the layers above are shared.
ARG SERVICE
ARG VERSION=dev
LABEL org.opencontainers.image.title="dateline-${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
# The exec form below expands no variable; Node looks where the link leads.
RUN test -f "dist/apps/${SERVICE}/src/main.js" && ln -s "dist/apps/${SERVICE}/src/main.js" main.js
# Every service listens on the same port here: each container has a network of its own.
ENV NODE_ENV=production \
    PORT=3000 \
    DATELINE_VERSION=${VERSION} \
    NODE_OPTIONS="--enable-source-maps --max-semi-space-size=32 --disable-warning=TimeoutNegativeWarning"
EXPOSE 3000
# The user `node` of the image, by number: Kubernetes can't tell from a name that it isn't root.
USER 1000:1000
STOPSIGNAL SIGTERM
# Slim images have no curl. Liveness, not readiness: an outage of Kafka must restart nothing.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "dist/cli/healthcheck.js", "/healthz"]
CMD ["node", "main.js"]
