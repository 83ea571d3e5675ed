" Colours of a cable's structure; what words mean, the server tells (semantic tokens, from Neovim 0.9 on).
if exists('b:current_syntax')
  finish
endif

" A line of the transmission header, the classification, labels of the text header.
syntax match cablePrecedence /^[ZOPR]\%( [ZOPR]\)\? \ze\d\{6}Z/ nextgroup=cableDate
syntax match cableDate /\d\{6}Z \u\{3} \d\d/ contained
syntax match cableAddressee /^\%(FM\|TO\|INFO\|XMT\)\ze /
syntax match cableClassification /^\s*\%(UNCLAS\%(SIFIED\)\?\|CONFIDENTIAL\|SECRET\|TOP SECRET\|C O N F I D E N T I A L\|S E C R E T\|UNCLAS\)\>.*$/
syntax match cableCaption /^\%(SIPDIS\|NODIS\|EXDIS\|NOFORN\|SENSITIVE\|STADIS\|TERREP\)$/
syntax match cableLabel /^\%(E\.\?O\.\? \?\d\{5}\|TAGS\|SUBJECT\|SUBJ\|REF\%(S\|TELS\?\)\?\|CLASSIFIED BY\|REASON\|DERIVED FROM\|DECLASSIFY ON\):\?/
syntax match cableLabel /^\%(Classified By\|Reason\|Derived From\|Declassify On\):/

" A heading, the number of a paragraph and its mark.
syntax match cableHeading /^\S.\{0,70}\ze\n\s*-\{3,}\s*$/
syntax match cableRule /^\s*[-=_]\{3,}\s*$/
syntax match cableNumber /^\s*¶\?\d\{1,3}\.\ze\s/ nextgroup=cableMark skipwhite
syntax match cableMark /(\%(U\|SBU\|LOU\|C\|S\|TS\)\%(\/\/\?[A-Z,\/ ]\+\)\?)/ contained
syntax match cableMarker /\<\%(BEGIN\|END\) \%(SUMMARY\|COMMENT\|NOTE\|TEXT\)\>/

highlight default link cablePrecedence Keyword
highlight default link cableDate Number
highlight default link cableAddressee Keyword
highlight default link cableClassification WarningMsg
highlight default link cableCaption PreProc
highlight default link cableLabel Label
highlight default link cableHeading Title
highlight default link cableRule Comment
highlight default link cableNumber Number
highlight default link cableMark Type
highlight default link cableMarker Special

let b:current_syntax = 'cable'
