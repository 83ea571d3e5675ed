import { readFileSync } from 'node:fs';
import { loadGrammar, tokenize } from '/work/main/test/grammar/support';
(async () => {
  const g = await loadGrammar();
  const C: [RegExp, string][] = [[/comment/, '90'],[/markup.deleted/,'1;31'],[/markup.inserted/,'32'],[/markup.changed/,'34'],[/keyword.control/,'35'],[/keyword/,'94'],[/constant.numeric/,'92'],[/constant/,'96'],[/entity.name.type/,'36'],[/entity.name.function|support.function/,'33'],[/entity.name.tag/,'94;1'],[/string/,'31'],[/variable/,'95'],[/storage/,'93'],[/markup.heading/,'97;1']];
  for (const f of process.argv.slice(2)) {
    let st: any = undefined; 
    for (const line of readFileSync(f,'utf8').split(/\r?\n/)) {
      const r = tokenize(g, line, st);
      const last = (s: string) => s.split(' ').pop()!.replace('.cable','').replace('constant.numeric','num').replace('constant.language','lang').replace('keyword.control','KC').replace('keyword.other','KO').replace('entity.name','EN').replace('storage.modifier','SM').replace('variable.other.constant','VC').replace('punctuation','p').replace('variable.parameter','VP').replace('markup.','m.');
      console.log(r.tokens.map(t => !t.scopes || /^(string.unquoted.subject|meta.*)$/.test('') ? t.text : `⟦${t.text}│${last(t.scopes)}⟧`).join(''));
    }
  }
})();
