//! The rules of region files and of settings, each with a name that is printed with every breach of it.

macro_rules! codes {
    ($(@$list:ident, $about:literal $($code:ident => $key:literal, $rule:literal, $explanation:literal;)+)+) => {
        /// The rule that a problem breaks.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Code {
            $($(#[doc = $rule] $code,)+)+
        }

        impl Code {
            $(
                #[doc = $about]
                pub const $list: &[Self] = &[$(Self::$code),+];
            )+

            /// The name printed with a problem: `error[quote-altered]`.
            pub const fn key(self) -> &'static str {
                match self { $($(Self::$code => $key),+),+ }
            }

            /// The rule in one line.
            pub const fn rule(self) -> &'static str {
                match self { $($(Self::$code => $rule),+),+ }
            }

            /// The reason for the rule and the way to keep to it, for the reference.
            pub const fn explanation(self) -> &'static str {
                match self { $($(Self::$code => $explanation),+),+ }
            }
        }
    };
}

/// The weight of a problem, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Something is wrong.
    Error,
    /// Something may mislead: an editor decides.
    Warning,
}

impl Severity {
    /// The word that is printed before a code.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Code {
    /// [`Severity::Warning`] for the codes of [`Self::WARNINGS`], else [`Severity::Error`].
    pub fn severity(self) -> Severity {
        if Self::WARNINGS.contains(&self) {
            Severity::Warning
        } else {
            Severity::Error
        }
    }

    /// The rule with that name.
    pub fn named(key: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().chain(Self::WARNINGS);
        all.find(|code| code.key() == key).copied()
    }

    /// Tells whether an editor may break the rule on purpose, with a reason: all warnings, and a quotation of one word.
    pub fn can_be_allowed(self) -> bool {
        self.severity() == Severity::Warning || self == Self::QuoteShort
    }

    /// Tells whether the claim is set aside and the map still opens: its words are not found, nothing else is wrong.
    pub const fn leaves_a_map(self) -> bool {
        matches!(
            self,
            Self::QuoteAltered | Self::QuoteMissing | Self::QuoteAmbiguous | Self::QuoteShort
        )
    }

    /// Tells whether what is missing may only have been lost to a syntax error, so that it is better left unsaid then.
    pub(crate) const fn may_follow_from_syntax(self) -> bool {
        matches!(
            self,
            Self::MissingKey
                | Self::Empty
                | Self::UnknownId
                | Self::UnknownFormat
                | Self::BadArea
                | Self::NoActor
                | Self::NoEvidence
                | Self::NoQuote
                | Self::LoneAnswer
                | Self::AnswersApart
        )
    }
}

codes! {
    @ALL, "Every rule that a region file must keep, in the order of the reference."
    Syntax => "syntax", "the file is TOML",
        "A region file is written in TOML 1.1. The rest of the file is still checked, apart from what the error may \
         have hidden.";
    MergeConflict => "merge-conflict", "two versions of the file are merged",
        "Where two people have changed the same lines, Git writes both into the file, between lines of `<<<<<<<`, `=======` \
         and `>>>>>>>`. Keep what is right of both, and take these three lines out.";
    NotUtf8 => "not-utf8", "files are UTF-8",
        "The region file and every file it names are UTF-8 text. Convert other encodings first, for instance with \
         `iconv -t utf-8`.";
    TooLarge => "too-large", "files and quotations stay within their limits",
        "A region file may be 32 MiB and an entry in it 1 MiB, a source text 4 MiB, a file of shapes 32 MiB and 2,000,000 \
         points, and a quotation 2,000 bytes with at most 20 gaps. Simplify the geometry, hold only the part of the text \
         that is quoted, quote only the words that say it.";
    TooIntricate => "too-intricate", "shapes can be told apart in good time",
        "Of the edges of polygons, 20 million pairs may lie near each other, and a million may cross where areas are made \
         of areas; regions may overlap only so much. Simplify the outlines, join features, or take regions from each \
         other with `except`.";
    UnknownFormat => "unknown-format", "`format` is a version that this program reads",
        "`format = 1` says how the rest of the file is to be read. Nothing else is checked where the program does not \
         know the version.";
    UnknownKey => "unknown-key", "every key is one that the format knows",
        "A misspelt key would otherwise be ignored without a word, and its value with it.";
    WrongType => "wrong-type", "every value has the type of its key",
        "A title is a string, a list is a list, a coordinate is a number.";
    MissingKey => "missing-key", "nothing required is missing",
        "Some keys are required, and some require each other: `before` and `after` need a `quote`, a `quote` needs a \
         `source`.";
    Empty => "empty", "nothing is blank",
        "A blank string or an empty list says nothing. Leave the key out instead.";
    ControlCharacter => "control-character", "texts hold no characters that steer a terminal",
        "Control characters, and the Unicode controls that turn the direction of writing, can make a text look like \
         another one. Line breaks and tabs are allowed in longer texts.";
    BadId => "bad-id", "ids are made of lower-case letters, digits and hyphens",
        "An id starts with a letter or a digit: `northeast`, `deir-ez-zor`. `map` is taken: it stands for the whole \
         country.";
    DuplicateId => "duplicate-id", "an id means one thing",
        "Actors, regions, sites and outlines share one set of ids; sources and questions have their own. A claim names each of its \
         subjects once.";
    UnknownId => "unknown-id", "every id that is used is defined",
        "`actor`, `source`, `about` and the parts of an area name things that the file or its base map defines. An \
         area can only take regions away that stand above it.";
    UnknownWord => "unknown-word", "`says`, `kind`, `colour` and `drawn` take a word from their list",
        "The words are listed in the format's reference.";
    BadDate => "bad-date", "dates are a year, a month or a day of the calendar",
        "`when = 2024`, `when = \"2024-12\"`, `when = 2024-12-08`. A date keeps the precision it is written with; a \
         time of day is more than the map can show.";
    BadPosition => "bad-position", "sites and areas lie on the map",
        "Latitudes run from -90 to 90 and longitudes from -180 to 180, in degrees; a site or an area lies inside what \
         the base map covers. The usual slip is to swap the two.";
    BadLetter => "bad-letter", "an actor's letter is one capital letter A to Z or a digit",
        "The letter marks the actor where colour can't, in one cell of any terminal.";
    DuplicateLetter => "duplicate-letter", "no two actors have the same letter",
        "Without colour the letter is all that tells actors apart.";
    BadGrade => "bad-grade", "reliability is a letter from A to F, credibility a number from 1 to 6",
        "A source's `reliability` and a claim's `credibility` are judged apart: A, completely reliable, to E, \
         unreliable; 1, confirmed by other sources, to 5, improbable. F and 6 say that it can't be judged. Both may be \
         left out.";
    BadUrl => "bad-url", "links are http or https",
        "A link starts with `https://` or `http://`, has a host, and no spaces.";
    BadAllow => "bad-allow", "`allow` names warnings",
        "Only what is a warning can be meant to be so, and a quotation of one word. Everything else is mended.";
    BadSeal => "bad-seal", "`sha256` is the SHA-256 of a held text",
        "64 digits, 0 to 9 and a to f, beside the `text` they are of. `whoholds seal` prints the key, ready to be pasted.";
    TextChanged => "text-changed", "a sealed text is as it was when it was sealed",
        "The file under `text` no longer has the SHA-256 that its source gives. Nothing that is quoted from it can be \
         trusted until somebody has looked at what changed.";
    PartOf => "part-of", "no actor is part of itself",
        "An actor under `part_of` is a group, and may be part of another. Following them never leads back.";
    ActorDates => "actor-dates", "an actor's `from` is not after its `until`",
        "Both are optional; one actor that ends where the next begins is two actors.";
    FileMissing => "file-missing", "every file that is named is there",
        "Paths are relative to the folder of the region file.";
    PathOutside => "path-outside", "named files lie in the folder of the region file",
        "A region file may come from a stranger: it can't name absolute paths, climb out with `..`, or leave through a \
         symbolic link. Put the files beside it.";
    BadFront => "bad-front", "`front` counts paragraphs that the text has",
        "`front` is how many paragraphs stand before the body, such as title and standfirst. They are called heading, \
         and the body is counted from 1 after them.";
    BadBasemap => "bad-basemap", "the base map is there and can be read",
        "`basemap` is the name of a built-in map, or a folder with `units.geojson` and, if wanted, \
         `neighbours.geojson`, `waters.geojson`, `rivers.geojson`, `outlines.geojson` and `towns.geojson`. Units and \
         outlines are areas, each with an id of its own.";
    BadRing => "bad-ring", "a ring goes round an area once",
        "At least three different points, `[longitude, latitude]` each, and no line that crosses another. It need not \
         be closed.";
    BadGeodata => "bad-geodata", "a file of shapes holds valid polygons",
        "Polygons in longitude and latitude, as GeoJSON, TopoJSON, KML, KMZ or Shapefile; the end of its name says which. \
         No line crosses another. Points beside them are passed over, and in layers lines, too.";
    BadCoordinates => "bad-coordinates", "a file of shapes has longitudes and latitudes",
        "Longitude first, from -180 to 180, then latitude, from -90 to 90. Metres and other projections are converted \
         to WGS 84 (EPSG:4326) first.";
    EmptyGeodata => "empty-geodata", "a file of shapes has something in it",
        "No features, features without a geometry, or polygons without points are no area. Often an export went wrong.";
    OutsideCountry => "outside-country", "an area from a file lies in the country",
        "None of its land lies in any unit of the base map, so it would count in no share. The usual slip is to swap \
         longitude and latitude.";
    BadEvents => "bad-events", "a table of events says when and where",
        "A CSV file in UTF-8 with the names of its columns in the first line: one with dates, and those with latitudes and \
         longitudes, or one with names of towns of the base map.";
    DuplicateUnit => "duplicate-unit", "an area names a unit once",
        "A unit that stands twice in `all` or `part`, or in both, is a slip: one of the two was meant to be another unit.";
    BadArea => "bad-area", "an area is made of units or of a file",
        "`all` takes whole units; `part` takes what of its units lies `within` an outline, so the two go together; \
         `file` takes a file of shapes instead of both. `except` takes away from any of them.";
    BadLayers => "bad-layers", "layers say whose land they draw",
        "`holder` names a property of their features, `actors` whom each of its values stands for, and `ignore` the values \
         that stand for nobody. `actor` stands instead of them where all that is drawn is one actor's.";
    EmptyArea => "empty-area", "an area has some land, and so has every part of it",
        "Nothing is left of the area, or a unit under `part` does not reach into the outline at all.";
    AreaOverlap => "area-overlap", "land that regions share is in one state",
        "Two regions share more than a square kilometre and are in different states on the same date: held by different \
         actors, or one held and the other contested or silent. Which is drawn would be chance: take one from the other \
         with `except`. Disputes are two claims about one region.";
    NoActor => "no-actor", "whoever holds, contests or operates is named",
        "Every claim but `says = \"context\"` is about somebody's doing, and needs an `actor`.";
    NeedlessActor => "needless-actor", "context has no actor",
        "`says = \"context\"` says nothing of who holds a place, so an `actor` beside it would not be shown. To have the \
         claim stand with an actor, name the actor in `about`.";
    SaysMisfit => "says-misfit", "what is said can be said of its subject",
        "Regions are held or contested, sites are operated or left. Of actors and of the whole map there is only \
         context.";
    NoEvidence => "no-evidence", "every claim has a source or a reason",
        "No colour without a claim, no claim without its words: a `quote` from a held text, a `summary` of a source \
         whose text is not held, or `because` with the editor's reason.";
    NoQuote => "no-quote", "where the text is held, its words are quoted",
        "Everybody can check a quotation; nobody can check a summary. `because` stands in where the text is read \
         between its lines.";
    DatedAfterSource => "dated-after-source", "no source reports what came after it",
        "The claim's `when` lies after the day its source was published. One of the two dates is wrong.";
    ActorNotThen => "actor-not-then", "an actor does nothing before its time or after it",
        "The claim's date, or that of its source, lies outside the actor's `from` and `until`.";
    LoneAnswer => "lone-answer", "a question has at least two answers",
        "A `[[question]]` is what sources differ over: two claims or more name it under `answers`. With fewer there is \
         nothing to set side by side.";
    AnswersApart => "answers-apart", "answers to one question are about one thing",
        "The claims that answer a question stand side by side where all of them are said: they share at least one of \
         the subjects under `about`.";
    QuoteAltered => "quote-altered", "quotations are verbatim",
        "The source has similar words, but not these. Spaces, quotation marks, dashes and Unicode form may differ, and \
         `…` or three dots, in brackets or not, stand for words left out; anything else is a misquotation, and so is \
         a part of a word or a number, such as \"state actors\" of \"non-state actors\". The claim counts for nothing \
         until it is repaired.";
    QuoteMissing => "quote-missing", "quotations are found in their source",
        "Nothing like the quoted words stands in one paragraph of the source's text. `across_paragraphs = true` lets a \
         quotation run over paragraphs of the body, and readers are told. The claim counts for nothing until it is \
         repaired.";
    QuoteAmbiguous => "quote-ambiguous", "quotations stand in one place",
        "The words stand in several places of the text, or their pieces can follow each other in several ways. Quote \
         more of them, or give the words right `before` or `after`. The claim counts for nothing until it is repaired.";
    QuoteShort => "quote-short", "a quotation has at least two words",
        "One word can be found in most texts, and says nothing of what it is about. Where one word does say it, \
         `allow = [\"quote-short\"]` keeps it, with an `allow_reason`. Without, the claim counts for nothing.";
    @WARNINGS, "Every rule that a region file may break on purpose, in the order of the reference."
    Unnamed => "unnamed", "a quotation names the place or the actor",
        "The quotation of a claim that says who has a place has neither the actor's name in it nor the name of every \
         place that the claim is about. Quote more, add what the source calls them to `also`, or say under `because` \
         how you read it.";
    NegationLeftOut => "negation-left-out", "no negation is left out of a quotation",
        "A word such as “not” stands in a gap of the quotation, elsewhere in its sentence, or in the sentence before; \
         or the sentence after begins with a denial. It may turn round what the quoted words seem to say. Quote it too, or allow it where it bears on something else.";
    HedgeLeftOut => "hedge-left-out", "no doubt is left out of a quotation, and nobody whose words they are",
        "A word such as “may”, “reports” or “said” stands in a gap of the quotation or elsewhere in its sentence. Quoted \
         without it, what somebody said or held possible looks like what the source itself states.";
    MixedScripts => "mixed-scripts", "no word beside a quotation mixes scripts",
        "A word of the quoted paragraph has letters of several scripts, such as a Cyrillic “о” in a word of English. It is \
         seen as a word that it is not, and no list finds it: a “not” may be hidden so. Mend it in the held text.";
    GapAcrossSentences => "gap-across-sentences", "a quotation's gaps stay within a sentence",
        "Words of two sentences, put together, can say what neither of them says. Quote the one that says it, or allow \
         it where the sentences between bear on nothing.";
    ImpossibleDate => "impossible-date", "sources are published before they are fetched, and neither after today",
        "`published`, `retrieved` and `as_of` are days that have come, and no text is fetched before it is published.";
    WhenAhead => "when-ahead", "no source reports what is still to come",
        "The claim's `when` lies after the day its text was fetched, or, where neither that nor the day of publication \
         is known, after today.";
    WhenLongBefore => "when-long-before", "a source reports what people remember",
        "The claim's `when` lies more than a hundred years before its source. The usual slip is a digit.";
    NewerSource => "newer-source", "no source is newer than the date of the file",
        "The map opens at `as_of`, and shows nothing of what came after it until somebody moves on in time.";
    SharedColour => "shared-colour", "no two actors have the same colour, or nearly the same",
        "What they hold is told apart by their letters alone.";
    NotTakenUp => "not-taken-up", "what a held text says of a place is claimed",
        "A sentence of the text names a place or an actor of the map, and no claim quotes a word of it. `whoholds draft` \
         prints claims for such sentences.";
    DraftsDiffer => "drafts-differ", "drafts of the same words say the same",
        "Two claims quote the same words of a source, at least one of them is a draft, and they say something else of the \
         same place, or of another actor. Whoever reviews them keeps one.";
    EventsLeftOut => "events-left-out", "every row of a table of events can be read",
        "Rows without a date or a position that can be read, or off the base map, are not shown.";
    DayOrMonth => "day-or-month", "days are told from months",
        "Names of files or rows of a table can be read with the day or with the month first, and the others beside them \
         don't say which is meant, or say both. The day is read first. Write them as 2026-01-28.";
    NoWordList => "no-word-list", "negations and hedges are looked for in every held text",
        "The program has lists of such words for some languages only, and a text is taken for English where its `language` \
         is left out. In other texts an editor has to look for them.";
    NeedlessAllow => "needless-allow", "every warning that is allowed is there",
        "What `allow` once silenced has been mended. Left there, it would silence the next one.";
    @SETTINGS, "The rules that only a settings file can break."
    BadKey => "bad-key", "keys have names that are known",
        "A key is a character, or a name such as `left`, `enter`, `pageup` or `f1`, with `ctrl-`, `alt-` or `shift-` \
         before it.";
    NoWayOut => "no-way-out", "some key quits",
        "Every key that quits was given something else to do.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_reads_like_the_others() {
        for code in [Code::ALL, Code::WARNINGS, Code::SETTINGS].concat() {
            assert!(
                code.key()
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit())
            );
            assert!(
                !code.rule().ends_with('.') && code.explanation().ends_with('.'),
                "{}",
                code.key()
            );
        }
    }
}
