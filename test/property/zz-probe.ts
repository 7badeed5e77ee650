import { readReport } from "/work/main/server/src/report/index";
import { check } from "/work/main/server/src/rules/index";
import { outline } from "/work/main/server/src/features/outline";
import { foldings } from "/work/main/server/src/features/folding";
import { hover } from "/work/main/server/src/features/hover";
import { highlights } from "/work/main/server/src/features/highlights";
import { actions, fixAll } from "/work/main/server/src/features/actions";
import { sampleReport } from "/work/main/test/support/sample";
const clean = sampleReport();
const cut = (s:string, at:string, ins:string)=>{const i=s.indexOf(at);return s.slice(0,i+at.length)+ins+s.slice(i+at.length)};
const inSec = (sec:string, x:string)=> cut(clean, sec, "\n"+x+"\n");
const s3="三、收到和处理政府信息公开申请情况", s5="五、存在的主要问题及改进情况", s6="六、其他需要报告的事项", s4="四、政府信息公开行政复议、行政诉讼情况";
const N = Number(process.argv[2]??20000);
const r=(s:string,n:number)=>s.repeat(Math.max(1,Math.floor(n)));
export const inputs: Record<string,(n:number)=>string> = {
 empty:()=>"",
 oneLine:n=>r("公开",n*50),
 oneLineDigits:n=>r("1",n*100),
 lines:n=>r("公开信息若干条，及时回应关切。\n",n*6),
 tabs:n=>r("\t",n*10), bars:n=>r("|",n*10), nl:n=>r("\n",n*10), cr:n=>r("\r",n*10), crlf:n=>r("\r\n",n*5), spaces:n=>r(" ",n*10),
 headings:n=>r("一、总体情况\n",n), headingsMixed:n=>r("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n",n/3),
 headingsBody:n=>r("三、收到和处理政府信息公开申请情况\n文字\n",n),
 sec3rowlabels:n=>inSec(s3,r("（一）予以公开\n",n)),
 sec3rows:n=>inSec(s3,r("（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n",n)),
 sec3unknownrows:n=>inSec(s3,Array.from({length:n},(_,i)=>`项目${i}申请公开\t1\n`).join("")),
 sec3unknownrowsLines:n=>inSec(s3,Array.from({length:n},(_,i)=>`\t没有现成${i}信息制作\n\t1\n`).join("")),
 sec3nearrows:n=>inSec(s3,Array.from({length:n},(_,i)=>`本机关不掌握相关${String.fromCharCode(0x4e00+i%20000)}政府信息\t1\n`).join("")),
 sec3tabs:n=>inSec(s3,r("\t",n*10)), sec3bars:n=>inSec(s3,r("|",n*10)), sec3nl:n=>inSec(s3,r("\n",n*10)), sec3cells:n=>inSec(s3,r("\t1\n",n*3)), sec3blankcells:n=>inSec(s3,r("\t\n",n*3)),
 sec3plain:n=>inSec(s3,"\t1\n"+r("公开信息若干条\n",n*3)+"\t1\n"),
 sec3plainTabs:n=>inSec(s3,"a\tb\n"+r("公开信息若干条\n",n*3)+"a\tb\n"),
 sec3plainNum:n=>inSec(s3,r("12\n",n*3)),
 sec3join:n=>inSec(s3,"\t公开\n"+r("公开信息\n",n*3)+"\t予以公开\n"),
 sec3joins:n=>inSec(s3,r("\t公开\n予以公开\n不予公开\n",n)),
 sec3joinsOne:n=>inSec(s3,"\t公开\n"+r("予以公开\n",n*3)+"\t1\n"),
 sec3barstream:n=>inSec(s3,r("1|\n",n*3)), sec3barrows:n=>inSec(s3,r("a|1|1\n",n*3)),
 digits:n=>inSec(s3,"\t（一）予以公开\n\t"+r("1",n*5)), digitsTab:n=>inSec(s3,"（一）予以公开\t1\t"+r("9",n*5)+"\t1\t1\t1\t1\t1\n"),
 digitsBig:n=>inSec(s3,"（一）予以公开\t1\t"+r("9",n*100)+"\t1\t1\t1\t1\t1\n"),
 labelBig:n=>inSec(s3,r("公开",n*50)+"\t1\t1\t1\t1\t1\t1\t1\n"),
 words:n=>inSec(s3,"（一）予以公开\t1\t"+r("公开",n*50)+"\t1\t1\t1\t1\t1\n"),
 spacesCell:n=>inSec(s3,"（一）予以公开\t1\t1"+r(" ",n*50)+"1\t1\t1\t1\t1\t1\n"),
 commas:n=>inSec(s3,"（一）予以公开\t1\t1"+r(",1",n*5)+"1\t1\t1\t1\t1\t1\n"),
 sec5nl:n=>inSec(s5,"问题"+r("\n",n*5)+"文"), sec5sp:n=>inSec(s5,"问题"+r("。 ",n*5)+"文"), sec5spaces:n=>inSec(s5,"问题。"+r(" ",n*5)+"文"), sec5nlonly:n=>{const t=sampleReport({sections:{problems:"某"+r("\n",n*5)+"文"}});return t},
 sec6nl:n=>{const t=sampleReport({sections:{other:"收取"+r("收取",n*5)+"文"}});return t},
 sec6lines:n=>inSec(s6,r("文字\n",n*3)),
 brackets:n=>inSec(s3,"（一）予以公开\t1\t1"+r("（",n*5)+r("）",n*5)+"\t1\t1\t1\t1\t1\n"), brackets2:n=>r("(",n*10), bracketsLines:n=>inSec(s3,r("（一）(\n",n)),
 subs:n=>inSec(s5,r("（一）公开\n",n)),
 nul:n=>r("\0\u0001\ud800",n*3), nul3:n=>inSec(s3,r("\0\t\n",n)),
 review:n=>inSec(s4,r("\t1\n",n*3)), reviewLabels:n=>inSec(s4,r("行政复议\n",n)), reviewLabelVals:n=>inSec(s4,r("行政复议\t1\t0\t0\t0\t1\n",n)),reviewClosed:n=>inSec(s4,r("行政复议\n1\n",n)),
 ordinals:n=>r("一、",n*5), ordLines:n=>r("一、公开\n",n*2), inline:n=>r(" 一、总体情况",n), titles:n=>r("2024年政府信息公开",n),
 combos: n=>r(clean,n/1000),
 hash:n=>r("#",n*10), hashl:n=>r("# 一\n",n*2), ws3: n=>r("　",n*10)+"一、总体情况",
 trail:n=>clean+r("Sheet1\n1\n",n),
};
const t=(f:()=>void)=>{const a=performance.now();f();return performance.now()-a};
const only=process.argv[3];
for (const [k,f] of Object.entries(inputs)) { if(only&&!k.match(only))continue;
 const out:string[]=[];let times:number[][]=[];
 for(const n of [N,2*N]){ try{ const x=f(n); let rep:any,fi:any; const a=t(()=>{rep=readReport(x)}); const b=t(()=>{fi=check(rep)}); const c=t(()=>{outline(rep,"zh");foldings(rep);}); const d=t(()=>{for(let i=0;i<5;i++){hover(rep,Math.floor(x.length*i/5),"zh");highlights(rep,Math.floor(x.length*i/5));} actions(rep,fi,{start:0,end:x.length},"zh");fixAll(fi)}); const m=Math.max(0,...fi.map((q:any)=>q.message.zh.length)); times.push([a,b,c,d]); out.push(`${(x.length/1e6).toFixed(2)}MB r${a.toFixed(0)} c${b.toFixed(0)} o${c.toFixed(0)} a${d.toFixed(0)} f${fi.length} m${m}`);}catch(e:any){out.push("THROW "+String(e.message).slice(0,50)+" "+String(e.stack).split("\n")[1])}}
 console.log(k.padEnd(18),out.join("  |  "));
}
