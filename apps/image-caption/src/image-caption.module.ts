import { Module } from '@nestjs/common';
import { ImageCaptionController } from './image-caption.controller.ts';

@Module({ controllers: [ImageCaptionController] })
export class ImageCaptionModule {}
