import { goldPages } from './bench/page-model/pages.ts';
import { score } from './bench/page-model/labels.ts';
import { parseHTML } from 'linkedom'; import { Readability } from '@mozilla/readability';
import { decode } from './libs/formats/src/decode.ts';
import { blocksFromHtml } from './libs/formats/src/html-blocks.ts';
const rows=[]; const t0=performance.now();
for(const p of goldPages().filter(p=>p.set==='aeb')){ let got=''; try{ const {document}=parseHTML(decode(p.html).text); const a=new Readability(document as any).parse(); got=blocksFromHtml(a?.content??'').filter(b=>b.kind!=='media').map(b=>b.text).join('\n'); }catch(e){} rows.push({got,gold:p.gold,even:p.even}); }
const f=(s:any)=>`F1 ${s.f1.toFixed(4)} P ${s.precision.toFixed(3)} R ${s.recall.toFixed(3)} exact ${s.exact.toFixed(3)}`;
console.log('readability all',f(score(rows)),'even',f(score(rows.filter(r=>r.even))),'odd',f(score(rows.filter(r=>!r.even))),((performance.now()-t0)/rows.length|0)+'ms');
