import { readDocument } from './libs/formats/src/read-document.ts';
import { readFileSync, writeFileSync } from 'node:fs';
for (const f of process.argv.slice(2)) writeFileSync(f.replace(/\.(xml|html)$/,'.json'), JSON.stringify(readDocument(readFileSync(f)).stories,null,2)+'\n');
