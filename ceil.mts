import { goldPages } from './bench/page-model/pages.ts';
import { labelsOf, score, tokensOf } from './bench/page-model/labels.ts';
import { parsePage } from './libs/formats/src/html-page/dom.ts';
import { piecesOf } from './libs/formats/src/html-page/pieces.ts';
import { decode } from './libs/formats/src/decode.ts';
const t0=performance.now();
const pages=goldPages(); console.log(pages.length, pages.filter(p=>p.set==='aeb').length, performance.now()-t0);
let tp=0,n=0;
for (const set of ['aeb','fundus'] as const){
 const rows=[];
 for(const p of pages.filter(p=>p.set===set)){
  const a=performance.now();
  let text; try{ text=decode(p.html).text }catch{ console.log('dec',p.key); continue }
  const pieces=piecesOf(parsePage(text)); tp+=performance.now()-a; n++;
  const texts=pieces.map(x=>x.kind==='text'?x.text:x.kind==='table'?'':'');
  const lab=labelsOf(texts,p.gold);
  const got=texts.filter((_,i)=>lab[i]).join('\n');
  rows.push({got,gold:p.gold,key:p.key});
 }
 console.log(set,score(rows),tp/n);
 if(set==='aeb') for(const r of rows){ const s=score([r]); if(s.exact<1&&process.argv[2]) {const a=tokensOf(r.got),b=tokensOf(r.gold);let i=0;while(i<a.length&&a[i]===b[i])i++; console.log(s.f1.toFixed(2),r.key.slice(0,10),i,'GOT',a.slice(i-3,i+12).join(' '),'|GOLD',b.slice(i-3,i+12).join(' '))}}
}
