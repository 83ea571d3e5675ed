/** All rules. Written by `npm run rules` from the files of the folders beside it. */
import { attributeUnknown as archiveAttributeUnknown } from './archive/attribute-unknown';
import { classificationUnknown as archiveClassificationUnknown } from './archive/classification-unknown';
import { dateInvalid as archiveDateInvalid } from './archive/date-invalid';
import { distributionSum as archiveDistributionSum } from './archive/distribution-sum';
import { mrnMalformed as archiveMrnMalformed } from './archive/mrn-malformed';
import { pageNumberOrder as archivePageNumberOrder } from './archive/page-number-order';
import { preambleIncomplete as archivePreambleIncomplete } from './archive/preamble-incomplete';
import { textUnavailable as archiveTextUnavailable } from './archive/text-unavailable';
import { weekdayMismatch as archiveWeekdayMismatch } from './archive/weekday-mismatch';
import { blockUnclosed as bodyBlockUnclosed } from './body/block-unclosed';
import { blockUnopened as bodyBlockUnopened } from './body/block-unopened';
import { headingEmpty as bodyHeadingEmpty } from './body/heading-empty';
import { headingRuleLength as bodyHeadingRuleLength } from './body/heading-rule-length';
import { pageLineInSentence as bodyPageLineInSentence } from './body/page-line-in-sentence';
import { pageLineMalformed as bodyPageLineMalformed } from './body/page-line-malformed';
import { paragraphDuplicate as bodyParagraphDuplicate } from './body/paragraph-duplicate';
import { paragraphSequence as bodyParagraphSequence } from './body/paragraph-sequence';
import { paragraphUnnumbered as bodyParagraphUnnumbered } from './body/paragraph-unnumbered';
import { portionMarkMalformed as bodyPortionMarkMalformed } from './body/portion-mark-malformed';
import { portionMarkMissing as bodyPortionMarkMissing } from './body/portion-mark-missing';
import { portionMarkPosition as bodyPortionMarkPosition } from './body/portion-mark-position';
import { signatureMissing as bodySignatureMissing } from './body/signature-missing';
import { singleParagraphNumbered as bodySingleParagraphNumbered } from './body/single-paragraph-numbered';
import { summaryMissing as bodySummaryMissing } from './body/summary-missing';
import { textAfterSignature as bodyTextAfterSignature } from './body/text-after-signature';
import { addresseeMalformed as headerAddresseeMalformed } from './header/addressee-malformed';
import { addressesOnOneLine as headerAddressesOnOneLine } from './header/addresses-on-one-line';
import { attentionEmpty as headerAttentionEmpty } from './header/attention-empty';
import { btUnbalanced as headerBtUnbalanced } from './header/bt-unbalanced';
import { captionClassification as headerCaptionClassification } from './header/caption-classification';
import { captionConflict as headerCaptionConflict } from './header/caption-conflict';
import { captionDuplicate as headerCaptionDuplicate } from './header/caption-duplicate';
import { captionLineShared as headerCaptionLineShared } from './header/caption-line-shared';
import { captionOrder as headerCaptionOrder } from './header/caption-order';
import { captionUnknown as headerCaptionUnknown } from './header/caption-unknown';
import { classificationMissing as headerClassificationMissing } from './header/classification-missing';
import { classificationSpacing as headerClassificationSpacing } from './header/classification-spacing';
import { classificationUnknown as headerClassificationUnknown } from './header/classification-unknown';
import { deMalformed as headerDeMalformed } from './header/de-malformed';
import { declDateFormat as headerDeclDateFormat } from './header/decl-date-format';
import { declDateInvalid as headerDeclDateInvalid } from './header/decl-date-invalid';
import { declMissing as headerDeclMissing } from './header/decl-missing';
import { dtgFuture as headerDtgFuture } from './header/dtg-future';
import { dtgInvalidDate as headerDtgInvalidDate } from './header/dtg-invalid-date';
import { dtgInvalidTime as headerDtgInvalidTime } from './header/dtg-invalid-time';
import { dtgMalformed as headerDtgMalformed } from './header/dtg-malformed';
import { dtgMonthUnknown as headerDtgMonthUnknown } from './header/dtg-month-unknown';
import { dtgZone as headerDtgZone } from './header/dtg-zone';
import { eoMalformed as headerEoMalformed } from './header/eo-malformed';
import { eoMissing as headerEoMissing } from './header/eo-missing';
import { eoNumberUnknown as headerEoNumberUnknown } from './header/eo-number-unknown';
import { fl1Malformed as headerFl1Malformed } from './header/fl1-malformed';
import { fl2PrecedenceInvalid as headerFl2PrecedenceInvalid } from './header/fl2-precedence-invalid';
import { joinedClassLine as headerJoinedClassLine } from './header/joined-class-line';
import { julianDayInvalid as headerJulianDayInvalid } from './header/julian-day-invalid';
import { julianTimeInvalid as headerJulianTimeInvalid } from './header/julian-time-invalid';
import { labelColon as headerLabelColon } from './header/label-colon';
import { labelSpelling as headerLabelSpelling } from './header/label-spelling';
import { lineDuplicate as headerLineDuplicate } from './header/line-duplicate';
import { lineMissing as headerLineMissing } from './header/line-missing';
import { lineOrder as headerLineOrder } from './header/line-order';
import { messageCancelled as headerMessageCancelled } from './header/message-cancelled';
import { messageRepeated as headerMessageRepeated } from './header/message-repeated';
import { mrnMissing as headerMrnMissing } from './header/mrn-missing';
import { pladUnknown as headerPladUnknown } from './header/plad-unknown';
import { postUnknown as headerPostUnknown } from './header/post-unknown';
import { precedenceRetired as headerPrecedenceRetired } from './header/precedence-retired';
import { precedenceWordUnknown as headerPrecedenceWordUnknown } from './header/precedence-word-unknown';
import { reasonLetterInvalid as headerReasonLetterInvalid } from './header/reason-letter-invalid';
import { reasonMissing as headerReasonMissing } from './header/reason-missing';
import { reasonSectionUnknown as headerReasonSectionUnknown } from './header/reason-section-unknown';
import { refDuplicate as headerRefDuplicate } from './header/ref-duplicate';
import { refEnumDoubled as headerRefEnumDoubled } from './header/ref-enum-doubled';
import { refEnumOrder as headerRefEnumOrder } from './header/ref-enum-order';
import { refMalformed as headerRefMalformed } from './header/ref-malformed';
import { refPostUnknown as headerRefPostUnknown } from './header/ref-post-unknown';
import { refYearInvalid as headerRefYearInvalid } from './header/ref-year-invalid';
import { riDuplicate as headerRiDuplicate } from './header/ri-duplicate';
import { riMalformed as headerRiMalformed } from './header/ri-malformed';
import { sectionMalformed as headerSectionMalformed } from './header/section-malformed';
import { sectionPadding as headerSectionPadding } from './header/section-padding';
import { securityMarkMalformed as headerSecurityMarkMalformed } from './header/security-mark-malformed';
import { securitySignalMismatch as headerSecuritySignalMismatch } from './header/security-signal-mismatch';
import { serialPadding as headerSerialPadding } from './header/serial-padding';
import { smartBannerMismatch as headerSmartBannerMismatch } from './header/smart-banner-mismatch';
import { smartDateHalves as headerSmartDateHalves } from './header/smart-date-halves';
import { smartRequiredField as headerSmartRequiredField } from './header/smart-required-field';
import { subjectEmpty as headerSubjectEmpty } from './header/subject-empty';
import { subjectMissing as headerSubjectMissing } from './header/subject-missing';
import { subjectSwallowedLine as headerSubjectSwallowedLine } from './header/subject-swallowed-line';
import { subjectTooLong as headerSubjectTooLong } from './header/subject-too-long';
import { tagsCaptionInside as headerTagsCaptionInside } from './header/tags-caption-inside';
import { tagsDuplicate as headerTagsDuplicate } from './header/tags-duplicate';
import { tagsEmpty as headerTagsEmpty } from './header/tags-empty';
import { tagsMissing as headerTagsMissing } from './header/tags-missing';
import { tagsNoGeo as headerTagsNoGeo } from './header/tags-no-geo';
import { tagsNoSubject as headerTagsNoSubject } from './header/tags-no-subject';
import { tagsPersonMissing as headerTagsPersonMissing } from './header/tags-person-missing';
import { tagsRunOn as headerTagsRunOn } from './header/tags-run-on';
import { tagsUnknown as headerTagsUnknown } from './header/tags-unknown';
import { textAfterEnd as headerTextAfterEnd } from './header/text-after-end';
import { textLineOrder as headerTextLineOrder } from './header/text-line-order';
import { unknownLine as headerUnknownLine } from './header/unknown-line';
import { xmtWithoutCollective as headerXmtWithoutCollective } from './header/xmt-without-collective';
import type { Rule } from './rule';
import { characterNotAllowed as textCharacterNotAllowed } from './text/character-not-allowed';
import { controlCharacter as textControlCharacter } from './text/control-character';
import { htmlEntity as textHtmlEntity } from './text/html-entity';
import { lineTooLong as textLineTooLong } from './text/line-too-long';
import { mojibake as textMojibake } from './text/mojibake';
import { tab as textTab } from './text/tab';
import { actionPara as xrefActionPara } from './xref/action-para';
import { addresseeDuplicate as xrefAddresseeDuplicate } from './xref/addressee-duplicate';
import { addresseeRi as xrefAddresseeRi } from './xref/addressee-ri';
import { addresseeSelf as xrefAddresseeSelf } from './xref/addressee-self';
import { attentionNotAddressed as xrefAttentionNotAddressed } from './xref/attention-not-addressed';
import { classificationOverPortions as xrefClassificationOverPortions } from './xref/classification-over-portions';
import { classifiedByMissing as xrefClassifiedByMissing } from './xref/classified-by-missing';
import { classifiedByUnneeded as xrefClassifiedByUnneeded } from './xref/classified-by-unneeded';
import { declBeforeDtg as xrefDeclBeforeDtg } from './xref/decl-before-dtg';
import { declTooLate as xrefDeclTooLate } from './xref/decl-too-late';
import { endSsn as xrefEndSsn } from './xref/end-ssn';
import { eoDeclUnclassified as xrefEoDeclUnclassified } from './xref/eo-decl-unclassified';
import { eoEra as xrefEoEra } from './xref/eo-era';
import { eoNaClassified as xrefEoNaClassified } from './xref/eo-na-classified';
import { filingDateAad as xrefFilingDateAad } from './xref/filing-date-aad';
import { fl2Addressee as xrefFl2Addressee } from './xref/fl2-addressee';
import { fmDe as xrefFmDe } from './xref/fm-de';
import { fmPost as xrefFmPost } from './xref/fm-post';
import { headerRepeated as xrefHeaderRepeated } from './xref/header-repeated';
import { julianBeforeDtg as xrefJulianBeforeDtg } from './xref/julian-before-dtg';
import { julianDate as xrefJulianDate } from './xref/julian-date';
import { mrnPost as xrefMrnPost } from './xref/mrn-post';
import { mrnSerial as xrefMrnSerial } from './xref/mrn-serial';
import { mrnYear as xrefMrnYear } from './xref/mrn-year';
import { niactReason as xrefNiactReason } from './xref/niact-reason';
import { nofornPortion as xrefNofornPortion } from './xref/noforn-portion';
import { nofornUnclassified as xrefNofornUnclassified } from './xref/noforn-unclassified';
import { officialInformalSubject as xrefOfficialInformalSubject } from './xref/official-informal-subject';
import { originFm as xrefOriginFm } from './xref/origin-fm';
import { pageClassification as xrefPageClassification } from './xref/page-classification';
import { pagePost as xrefPagePost } from './xref/page-post';
import { pageSerial as xrefPageSerial } from './xref/page-serial';
import { paraCitedMissing as xrefParaCitedMissing } from './xref/para-cited-missing';
import { portionOverClassification as xrefPortionOverClassification } from './xref/portion-over-classification';
import { preambleClassification as xrefPreambleClassification } from './xref/preamble-classification';
import { preambleDate as xrefPreambleDate } from './xref/preamble-date';
import { preambleSubject as xrefPreambleSubject } from './xref/preamble-subject';
import { precedenceAddressee as xrefPrecedenceAddressee } from './xref/precedence-addressee';
import { precedenceFl2 as xrefPrecedenceFl2 } from './xref/precedence-fl2';
import { precedenceInfoUnused as xrefPrecedenceInfoUnused } from './xref/precedence-info-unused';
import { precedenceOrder as xrefPrecedenceOrder } from './xref/precedence-order';
import { reasonEra as xrefReasonEra } from './xref/reason-era';
import { refFuture as xrefRefFuture } from './xref/ref-future';
import { refNotHere as xrefRefNotHere } from './xref/ref-not-here';
import { refSelf as xrefRefSelf } from './xref/ref-self';
import { refUndefined as xrefRefUndefined } from './xref/ref-undefined';
import { refUnused as xrefRefUnused } from './xref/ref-unused';
import { reftelWithoutRef as xrefReftelWithoutRef } from './xref/reftel-without-ref';
import { sbuWithoutSensitive as xrefSbuWithoutSensitive } from './xref/sbu-without-sensitive';
import { sectionDe as xrefSectionDe } from './xref/section-de';
import { sectionMissing as xrefSectionMissing } from './xref/section-missing';
import { sectionOverTotal as xrefSectionOverTotal } from './xref/section-over-total';
import { sectionSequence as xrefSectionSequence } from './xref/section-sequence';
import { sectionTotalDiffers as xrefSectionTotalDiffers } from './xref/section-total-differs';
import { sectionUnannounced as xrefSectionUnannounced } from './xref/section-unannounced';
import { securityMark as xrefSecurityMark } from './xref/security-mark';
import { sensitiveOnClassified as xrefSensitiveOnClassified } from './xref/sensitive-on-classified';
import { ssnSerial as xrefSsnSerial } from './xref/ssn-serial';
import { stadisAddressee as xrefStadisAddressee } from './xref/stadis-addressee';
import { subjectClassified as xrefSubjectClassified } from './xref/subject-classified';
import { subjectMarkOverClassification as xrefSubjectMarkOverClassification } from './xref/subject-mark-over-classification';
import { tagsGeoOrigin as xrefTagsGeoOrigin } from './xref/tags-geo-origin';
import { xcodeEra as xrefXcodeEra } from './xref/xcode-era';

export const RULES: readonly Rule[] = [
  archiveAttributeUnknown,
  archiveClassificationUnknown,
  archiveDateInvalid,
  archiveDistributionSum,
  archiveMrnMalformed,
  archivePageNumberOrder,
  archivePreambleIncomplete,
  archiveTextUnavailable,
  archiveWeekdayMismatch,
  headerAddresseeMalformed,
  headerAddressesOnOneLine,
  headerAttentionEmpty,
  headerBtUnbalanced,
  headerCaptionClassification,
  headerCaptionConflict,
  headerCaptionDuplicate,
  headerCaptionLineShared,
  headerCaptionOrder,
  headerCaptionUnknown,
  headerClassificationMissing,
  headerClassificationSpacing,
  headerClassificationUnknown,
  headerDeMalformed,
  headerDeclDateFormat,
  headerDeclDateInvalid,
  headerDeclMissing,
  headerDtgFuture,
  headerDtgInvalidDate,
  headerDtgInvalidTime,
  headerDtgMalformed,
  headerDtgMonthUnknown,
  headerDtgZone,
  headerEoMalformed,
  headerEoMissing,
  headerEoNumberUnknown,
  headerFl1Malformed,
  headerFl2PrecedenceInvalid,
  headerJoinedClassLine,
  headerJulianDayInvalid,
  headerJulianTimeInvalid,
  headerLabelColon,
  headerLabelSpelling,
  headerLineDuplicate,
  headerLineMissing,
  headerLineOrder,
  headerMessageCancelled,
  headerMessageRepeated,
  headerMrnMissing,
  headerPladUnknown,
  headerPostUnknown,
  headerPrecedenceRetired,
  headerPrecedenceWordUnknown,
  headerReasonLetterInvalid,
  headerReasonMissing,
  headerReasonSectionUnknown,
  headerRefDuplicate,
  headerRefEnumDoubled,
  headerRefEnumOrder,
  headerRefMalformed,
  headerRefPostUnknown,
  headerRefYearInvalid,
  headerRiDuplicate,
  headerRiMalformed,
  headerSectionMalformed,
  headerSectionPadding,
  headerSecurityMarkMalformed,
  headerSecuritySignalMismatch,
  headerSerialPadding,
  headerSmartBannerMismatch,
  headerSmartDateHalves,
  headerSmartRequiredField,
  headerSubjectEmpty,
  headerSubjectMissing,
  headerSubjectSwallowedLine,
  headerSubjectTooLong,
  headerTagsCaptionInside,
  headerTagsDuplicate,
  headerTagsEmpty,
  headerTagsMissing,
  headerTagsNoGeo,
  headerTagsNoSubject,
  headerTagsPersonMissing,
  headerTagsRunOn,
  headerTagsUnknown,
  headerTextAfterEnd,
  headerTextLineOrder,
  headerUnknownLine,
  headerXmtWithoutCollective,
  bodyBlockUnclosed,
  bodyBlockUnopened,
  bodyHeadingEmpty,
  bodyHeadingRuleLength,
  bodyPageLineInSentence,
  bodyPageLineMalformed,
  bodyParagraphDuplicate,
  bodyParagraphSequence,
  bodyParagraphUnnumbered,
  bodyPortionMarkMalformed,
  bodyPortionMarkMissing,
  bodyPortionMarkPosition,
  bodySignatureMissing,
  bodySingleParagraphNumbered,
  bodySummaryMissing,
  bodyTextAfterSignature,
  textCharacterNotAllowed,
  textControlCharacter,
  textHtmlEntity,
  textLineTooLong,
  textMojibake,
  textTab,
  xrefActionPara,
  xrefAddresseeDuplicate,
  xrefAddresseeRi,
  xrefAddresseeSelf,
  xrefAttentionNotAddressed,
  xrefClassificationOverPortions,
  xrefClassifiedByMissing,
  xrefClassifiedByUnneeded,
  xrefDeclBeforeDtg,
  xrefDeclTooLate,
  xrefEndSsn,
  xrefEoDeclUnclassified,
  xrefEoEra,
  xrefEoNaClassified,
  xrefFilingDateAad,
  xrefFl2Addressee,
  xrefFmDe,
  xrefFmPost,
  xrefHeaderRepeated,
  xrefJulianBeforeDtg,
  xrefJulianDate,
  xrefMrnPost,
  xrefMrnSerial,
  xrefMrnYear,
  xrefNiactReason,
  xrefNofornPortion,
  xrefNofornUnclassified,
  xrefOfficialInformalSubject,
  xrefOriginFm,
  xrefPageClassification,
  xrefPagePost,
  xrefPageSerial,
  xrefParaCitedMissing,
  xrefPortionOverClassification,
  xrefPreambleClassification,
  xrefPreambleDate,
  xrefPreambleSubject,
  xrefPrecedenceAddressee,
  xrefPrecedenceFl2,
  xrefPrecedenceInfoUnused,
  xrefPrecedenceOrder,
  xrefReasonEra,
  xrefRefFuture,
  xrefRefNotHere,
  xrefRefSelf,
  xrefRefUndefined,
  xrefRefUnused,
  xrefReftelWithoutRef,
  xrefSbuWithoutSensitive,
  xrefSectionDe,
  xrefSectionMissing,
  xrefSectionOverTotal,
  xrefSectionSequence,
  xrefSectionTotalDiffers,
  xrefSectionUnannounced,
  xrefSecurityMark,
  xrefSensitiveOnClassified,
  xrefSsnSerial,
  xrefStadisAddressee,
  xrefSubjectClassified,
  xrefSubjectMarkOverClassification,
  xrefTagsGeoOrigin,
  xrefXcodeEra,
];
