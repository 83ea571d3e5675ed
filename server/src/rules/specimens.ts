/**
 * Invented cables on which the rules are shown: each follows the format, and no rule has anything to say of it. The examples of a rule
 * are edits of them.
 */

/** A record with preamble, classified, in two sections: all lines agree. */
export const CONFIDENTIAL = `06ROME1
A BELL
Tue Dec 12 00:00:00 +0100 2006
CONFIDENTIAL
Embassy Rome
VZCZCXYZ0001
OO RUEHFR RUEHLO
DE RUEHRO #0001/01 3461200
ZNY CCCCC ZZH
O 121200Z DEC 06
FM AMEMBASSY ROME
TO RUEHC/SECSTATE WASHDC IMMEDIATE 6308
INFO RUEHFR/AMEMBASSY PARIS 0033
RUEHLO/AMEMBASSY LONDON 0034
C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001

SIPDIS

FOR EUR/WE

E.O. 12958: DECL: 12/12/2016
TAGS: PREL, ECON, IT
SUBJECT: A BELL

REF: A. 05 ROME 405
     B. 05 STATE 12345

Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).

1.  (C) Summary:  The bell of ref A rang as ref B had asked.
End summary.

2.  (U) It rang twice; see para 1.

ROME 00000001  002 OF 002

3.  (C) It stopped.

EXAMPLE
BT
#0001
NNNN
`;

/** Without an archive's wrapper, from the date-time group on: unclassified, sensitive. */
export const UNCLASSIFIED = `R 121200Z DEC 06
FM AMEMBASSY ROME
TO SECSTATE WASHDC
UNCLAS ROME 000001

SENSITIVE
SIPDIS

E.O. 12958: N/A
TAGS: PREL, IT
SUBJECT: A BELL

1.  (SBU) The bell rang.

2.  (U) It stopped.

EXAMPLE
`;

/** With the whole transmission header and BT, as a drafter's own system sends it. */
export const TRANSMITTED = `VZCZCXYZ0001
OO RUEHC
DE RUEHRO #0001/01 3461200
ZNY CCCCC ZZH
O 121200Z DEC 06
FM AMEMBASSY ROME
TO RUEHC/SECSTATE WASHDC IMMEDIATE 6308
INFO RUCNASE/ASEAN MEMBER COLLECTIVE
RUEHGV/USMISSION GENEVA 1357
BT
C O N F I D E N T I A L SECTION 01 OF 02 ROME 000001

SIPDIS

FOR EUR/WE

E.O. 12958: DECL: 12/12/2016
TAGS: PREL, ECON, IT
SUBJECT: A BELL
REF: A. 05 ROME 405
     B. STATE 12345

Classified By: Ambassador Ada Example for reasons 1.4 (b) and (d).

1.  (C) Text.

2.  (C) More text.

EXAMPLE
BT
#0001
NNNN
`;

/** Before it is sent: no transmission header yet. */
export const DRAFT = `UNCLAS ROME 000127

SENSITIVE

DEPT FOR EUR/WE AND OES/OMC

E.O. 13526: N/A
TAGS: EFIS SENV IT
SUBJECT: ITALY: CLAM FISHERS AND A CRAB

REF: A. STATE 3312
     B. ROME 98

1.  (SBU) Summary:  The region asks for the experience requested
in ref A.  End Summary.

2.  (U) EconOff visited the port after the meeting of ref B.

Comment
-------

3.  (SBU) The lagoon needs a market.  End comment.

KETTERING
`;

/** A record of 1976 with its attributes. */
export const RECORD = `Message Text

                          CONFIDENTIAL

PAGE 01        ANKARA  01204  141530Z

45
ACTION EUR-12
INFO  OCT-01  SS-15  /028 W
                  ------------------141603Z 054819 /13
O 141415Z DEC 76
FM AMEMBASSY ANKARA
TO SECSTATE WASHDC IMMEDIATE 2211
INFO AMEMBASSY ATHENS

C O N F I D E N T I A L ANKARA 1204

E.O. 11652: GDS
TAGS: EAIR, TU
SUBJ: CIVIL AVIATION CONSULTATIONS

REF: STATE 297115

1.  TURKISH AND U.S. DELEGATIONS MET IN ANKARA AS PROPOSED REFTEL.

                          CONFIDENTIAL

PAGE 02        ANKARA  01204  141530Z

2.  THEY WILL MEET AGAIN IN MARCH.
LATHROP

                          CONFIDENTIAL

NNNN

Message Attributes

Capture Date: 01 JAN 1994
Current Classification: UNCLASSIFIED
Document Number: 1976ANKARA01204
From: ANKARA
Locator: TEXT ON-LINE
Original Classification: CONFIDENTIAL
Subject: CIVIL AVIATION CONSULTATIONS
TAGS: EAIR, TU
To: STATE
Type: TE
`;

/** Of the system used since about 2009: labels and values. */
export const SMART = `UNCLASSIFIED
SBU

MRN: 15 LISBON 321
Date/DTG: Apr 14, 2015 / 141130Z APR 15
From: AMEMBASSY LISBON
Action: WASHDC, SECSTATE ROUTINE
E.O.: 13526
TAGS: ECON, ETRD, PO
Captions: SENSITIVE
Reference: A) 15 STATE 30111
           B) 14 LISBON 902
Subject: PORTUGAL: ELECTRIC FERRIES

1.  (SBU) Summary:  The ferry company answers ref A.  End Summary.

2.  (U) The boats of ref B cross eighteen times a day.

Signature: Wendover

SBU
UNCLASSIFIED
`;
