import { runStage, StageEnv } from '#stage';
import { ImageCaptionModule } from './image-caption.module.ts';

// Its dead letters give no outcome: a story stands on its text, with or without its pictures' captions.
await runStage({ name: 'image-caption', port: 3003, env: StageEnv, module: () => ImageCaptionModule });
