/** Words that only look like acronyms: in a text in capitals every word does. */

/**
 * Acronyms of the table that are also ordinary words, titles or names (table notes, "How to match a token", 5, and a comparison of the
 * table with lists of English words). Not here: what a reader of capitals would miss, as SALT, TIP or SOFA.
 */
const LOOKALIKES = new Set(
  `ACE ACT AD ADS AID AIR ANT ARC ARENA ARM ART ASSET BASIC BEE BIN BIT BITS BOG BOSS BOT CAFE CAP CAR CARAT CARE CASA CASE CAT CITES
  CLASS COIN COL COMMIT COP COPE CORDS CUD DA DIM DISC DOC DOLE DOS DR EAR ECHO ELF EPIC EST FACT FAR FEST FLEX FORCE FR FRY FUNK GAIN GEN GOB
  GOD GOO GOT HAT HO HOPE ICE JAM JR LA LAS LE LEAD LES LOU MAC MAG MAIL MAP MAS MAY MEND MERC MIST MODEL MOM MON MOO MOP MORA MOST MR MRS NAP
  NEEDS PA PACE PAD PAM PAN PARA PEACE PET PLAN POST PRE PRIME PRO PUP RAPID RAW ROGER ROO SAFE SAM SAN SANG SAO SEA SEED SEEDS SEW SHAPE SIDE
  SMART SORT SOW SPA SRI STAR START STATE SWIFT TAP TAR TED TEL THY TIDE TIM TRIPS TSAR UNIT UPS VAT VIPER VIS WATCH YAP`.split(
    /\s+/,
  ),
);
/** Words of grammar: among capitals they are nothing else, whatever the cable is about. */
const FUNCTION_WORDS = new Set(
  `AGO AL ALL ALSO AM AN AND ANY ARE AS AT BE BUT BY CALL CAME CAN CUT DE DEL DI DO EL END FAST FIRST FOR GO GOES HAD HAS HE HER HIM HIS HOW
  ID IF IN INC IS IT ITS JUST LAW LED LET LOW LTD MAN ME MEN MET MY NEW NO NOR NOT NOW OF OFF OIL OLD ON ONE OR OUR OUT OWN PER PUT RUN SAID
  SAYS SEE SET SHE SIT SO TAX TEN THE TO TOO TOP TRY TWO UP US USE VAN VON WAR WAS WAY WE WHO WIN YES YET`.split(/\s+/),
);

const normal = (word: string): string => word.toUpperCase().replace(/['’]S$/, '');
export const isLookalike = (word: string): boolean => LOOKALIKES.has(normal(word)) || FUNCTION_WORDS.has(normal(word));
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(normal(word));

/** Of a longer line more is not looked at, so that a word costs the same in any. */
export const REACH = 100;
/** Around a line that says nothing. */
const AROUND = 200;
const isBreak = (code: number): boolean => code === 10 || code === 13;

/**
 * Whether the text around a word is in capitals, so that capitals say nothing. The line decides, as a heading in capitals stands in a
 * text that is not; a line without other words is like its neighbours.
 */
export function isShouted(text: string, start: number, end: number): boolean {
  let from = start;
  while (from > 0 && start - from < REACH && !isBreak(text.charCodeAt(from - 1))) from--;
  const to = Math.min(text.length, start + REACH);
  let capitals = 0;
  let others = 0;
  for (let at = from; at < to; at++) {
    // The word itself says nothing.
    if (at === start) {
      at = end;
      capitals = 0;
      if (at >= to) break;
    }
    const code = text.charCodeAt(at);
    if (isBreak(code)) break;
    if (code >= 97 && code <= 122) return false;
    capitals = code >= 65 && code <= 90 ? capitals + 1 : 0;
    if (capitals === 2) others++;
  }
  return others > 0 || !/[a-z]{3}/.test(text.slice(Math.max(0, start - AROUND), end + AROUND));
}
