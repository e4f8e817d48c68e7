import { goldPages } from './bench/page-model/pages.ts';
import { labelsOf, score, tokensOf } from './bench/page-model/labels.ts';
import { boost, chanceOf } from './bench/page-model/boost.ts';
import { parsePage } from './libs/formats/src/html-page/dom.ts';
import { piecesOf } from './libs/formats/src/html-page/pieces.ts';
import { jsonLdOf } from './libs/formats/src/html-page/json-ld.ts';
import { readHead } from './libs/formats/src/html-page/meta.ts';
import { evidenceOf } from './libs/formats/src/html-page/body/evidence.ts';
import { featuresOf } from './libs/formats/src/html-page/body/features.ts';
import { decode } from './libs/formats/src/decode.ts';
const T=Number(process.argv[2]??120), D=Number(process.argv[3]??4), FW=Number(process.argv[4]??0.5), VERB=process.argv[5];
const t0=performance.now();
const data=goldPages().map(p=>{
  const root=parsePage(decode(p.html).text); const pieces=piecesOf(root); 
  const texts=pieces.filter(x=>x.kind==='text'); const rows=featuresOf(texts,evidenceOf(jsonLdOf(root),readHead(root)));
  for(let i=0;i<rows.length;i++) rows[i]=Float32Array.from([...rows[i]!, p.set==='aeb'?1:0]);
  const lab=labelsOf(texts.map(t=>t.text),p.gold);
  return {...p,html:undefined,texts,pieces,rows,lab,ok: lab.filter((l,i)=>l).reduce((s,_)=>s+1,0)>0};
}).filter(p=>p.ok);
console.log(data.length,'pages',data.reduce((s,p)=>s+p.rows.length,0),'rows',data[0]!.rows[0]!.length,'features',(performance.now()-t0|0)+'ms');
const W=(p:any)=>{ // per page equal weight, chars weighting
  const tot=p.texts.reduce((s:number,t:any)=>s+1,0); return p.texts.map((t:any)=> (p.set==='aeb'?1:FW)*Math.sqrt(Math.min(400,t.text.length)+10)/10* (60/Math.sqrt(tot*30)));};
function fit(train:any[]){ const rows=train.flatMap(p=>p.rows),lab=train.flatMap(p=>p.lab),w=train.flatMap(W);
  return boost(rows,lab,w,{trees:T,depth:D,rate:0.1,leaf:3,lambda:2}); }
function site(p:any){return p.key;}
function stack(p:any,pr:number[]){ return p.rows.map((r:Float32Array,i:number)=>{ const g=(k:number)=>pr[i+k]??-0.2; let run=0; 
   return Float32Array.from([...r, g(-4),g(-3),g(-2),g(-1),g(0),g(1),g(2),g(3),g(4), Math.max(...pr.slice(Math.max(0,i-12),i),0), Math.max(...pr.slice(i+1,i+13),0), mean(pr.slice(Math.max(0,i-6),i)), mean(pr.slice(i+1,i+7)), ...sibs(p,pr,i), before(p,pr,i), after(p,pr,i)])});}
function mean(a:number[]){return a.length?a.reduce((x,y)=>x+y,0)/a.length:-0.2}
function before(p:any,pr:number[],i:number){let s=0,t=0;for(let k=0;k<pr.length;k++){const c=p.texts[k].text.length*(pr[k]!>0.5?1:0);t+=c;if(k<i)s+=c}return s/Math.max(1,t)}
function after(p:any,pr:number[],i:number){let s=0;for(let k=i+1;k<pr.length;k++) if(pr[k]!>0.5) s++; return s}
function sibs(p:any,pr:number[],i:number){const par=p.texts[i].element.parent; const own=p.texts[i].element; const a:number[]=[],b:number[]=[]; const cls=own.name+'.'+(own.attributes.class??'');
  for(let k=0;k<pr.length;k++){ if(k===i)continue; const e=p.texts[k].element; if(e.parent===par||e===own) a.push(pr[k]!); if(e.name+'.'+(e.attributes.class??'')===cls) b.push(pr[k]!);} return [mean(a),mean(b)]; }
function cvPreds(train:any[],K=5){ const out=new Map(); for(let k=0;k<K;k++){ const te=train.filter((_,i)=>i%K===k),tr=train.filter((_,i)=>i%K!==k); const m=fit(tr); for(const p of te) out.set(p,p.rows.map((r:any)=>chanceOf(m,r))); } return out; }
function two(train:any[]){ const oof=cvPreds(train,4); const m1=fit(train); const rows=train.flatMap(p=>stack(p,oof.get(p))),lab=train.flatMap(p=>p.lab),w=train.flatMap(W);
  const m2=boost(rows,lab,w,{trees:T,depth:D,rate:0.1,leaf:3,lambda:2}); 
  return (p:any)=>{const pr=p.rows.map((r:any)=>chanceOf(m1,r)); return {pr, pr2:stack(p,pr).map((r:any)=>chanceOf(m2,r))}; }; }
function cohere(p:any,pr:number[]){ const out=[...pr]; const groups=new Map<any,number[]>(); p.texts.forEach((t:any,i:number)=>{ let e=t.element; while(e&&!['ul','ol','dl'].includes(e.name)&&!(e.name==='blockquote')) e=e.parent; if(e){const l=groups.get(e)??[];l.push(i);groups.set(e,l)} }); for(const l of groups.values()){ const m=mean(l.map(i=>pr[i]!)); for(const i of l) out[i]=m; } return out; }
const got=(p:any,pr0:number[],th=0.5,pr=process.env.COH?cohere(p,pr0):pr0)=>p.texts.filter((_:any,i:number)=>pr[i]!>th).map((t:any)=>t.text).join('\n');
const f=(s:any)=>`F1 ${s.f1.toFixed(4)} P ${s.precision.toFixed(3)} R ${s.recall.toFixed(3)} exact ${s.exact.toFixed(3)}`;
const aeb=data.filter(p=>p.set==='aeb'), fun=data.filter(p=>p.set==='fundus'); const even=aeb.filter(p=>p.even),odd=aeb.filter(p=>!p.even);
if(VERB!=='half'){ // CV on even half only + fundus always in train
  const K=4; const res:any[]=[]; for(let k=0;k<K;k++){ const te=even.filter((_,i)=>i%K===k); const pred=two([...fun,...even.filter((_,i)=>i%K!==k)]); for(const p of te){const {pr,pr2}=pred(p);res.push({p,pr,pr2})} }
  for(const th of [0.3,0.4,0.5,0.6]) console.log('cv even th',th,'s1',f(score(res.map(({p,pr})=>({got:got(p,pr,th),gold:p.gold})))),'| s2',f(score(res.map(({p,pr2})=>({got:got(p,pr2,th),gold:p.gold})))));
  if(VERB) for(const {p,pr2} of res){ const s=score([{got:got(p,pr2),gold:p.gold}]); if(s.exact<1){ console.log('##',s.f1.toFixed(3),p.key.slice(0,10)); p.texts.forEach((t:any,i:number)=>{ if((pr2[i]!>0.5)!==(p.lab[i]===1)) console.log('  ',p.lab[i],pr2[i]!.toFixed(2),i+'/'+p.texts.length,t.element.name+'.'+(t.element.attributes.class??''),'|',t.text.slice(0,110).replace(/\n/g,'⏎'))}) } }
}
if(VERB==='half'||VERB==='both'){ const pred=two([...fun,...even]); for(const [n,set] of [['odd',odd],['even(in)',even]] as const){ const r=set.map(p=>({p,...pred(p)})); for(const th of [0.4,0.5]) console.log(n,th,'s1',f(score(r.map(({p,pr})=>({got:got(p,pr,th),gold:p.gold})))),'| s2',f(score(r.map(({p,pr2})=>({got:got(p,pr2,th),gold:p.gold})))));}}
console.log((performance.now()-t0)/1000|0,'s');
