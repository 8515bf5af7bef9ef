//! Claims: what they are about, what they say, and what they stand on.

use crate::{
    atlas::{
        Actor, ActorId, Claim, Credibility, Date, QuestionId, Says, Source, SourceId, Subject,
    },
    diagnostics::{
        Check, Code, Field, Lines, List, Located, Problem, SHOWN, Span, nearest, suggest,
    },
    geo::Basemap,
};

use super::{
    dates::{after_source, not_then},
    quotation::{self, quotation},
    spoken,
};

use super::super::{
    ids::{Ids, MAP, Thing},
    wire,
};
use super::sources::grades;

/// All that a claim can be about, besides the whole map.
const SUBJECT: &str = "region, site, actor, unit or town";

/// The things that claims refer to.
pub struct Context<'a> {
    pub ids: &'a Ids,
    pub base: Option<&'a Basemap>,
    pub sources: &'a [Option<Source>],
    pub actors: &'a [Option<Actor>],
    pub as_of: Option<Date>,
    pub lines: &'a Lines,
}

impl Context<'_> {
    pub fn claim(
        &self,
        Located {
            value: mut wire,
            at,
        }: Located<wire::Claim>,
        check: &mut Check,
    ) -> Option<Claim> {
        check.require(
            &at,
            &[
                ("about", wire.about.is_absent()),
                ("says", wire.says.is_absent()),
            ],
        );
        check_evidence(&wire, &at, check);
        let words = Words::of(&wire);
        let quoted = quotation::Keys::of(&mut wire);
        let about = self.about(wire.about, check);
        let says = check.word(wire.says, "thing to say", Says::ALL, Says::key);
        if let Some(says) = &says {
            check_actor(says, &wire.actor, check);
            for subject in &about {
                check_fit(says, subject, check);
            }
        }
        let actor = self.actor(wire.actor, check);
        let source = self.source(wire.source, check);
        let when = check.date(wire.when);
        if let Some(source) = &source {
            self.check_words(source, words, check);
        }
        self.check_dates(when.as_ref(), actor.as_ref(), source.as_ref(), check);

        let held = source
            .as_ref()
            .and_then(|source| self.of(source.value)?.text.as_ref());
        let quote = quotation(quoted, held, check);
        let (summary, because) = (check.prose(wire.summary), check.prose(wire.because));
        let credibility = credibility(wire.credibility, check);
        let answers = self.question(wire.answers, check);
        let stale_after = check.days(wire.stale_after);
        let draft = check.take(wire.draft);
        Some(Claim {
            about: about.into_iter().map(|subject| subject.value).collect(),
            says: says?.value,
            actor: actor.map(|actor| actor.value),
            source: source.map(|source| source.value),
            quote,
            summary,
            because,
            when: when.map(|when| when.value),
            credibility,
            answers,
            stale_after,
            draft: draft.is_some_and(|draft| draft.value),
            line: self.lines.number(at.start),
        })
    }

    fn of(&self, source: SourceId) -> Option<&Source> {
        self.sources[source.index()].as_ref()
    }

    fn about(&self, list: List<String>, check: &mut Check) -> Vec<Located<Subject>> {
        let mut about: Vec<Located<Subject>> = Vec::new();
        for id in check.some_items(list) {
            let subject = if id.value == MAP {
                Some(Subject::Map)
            } else {
                self.subject(&id, check)
            };
            let Some(subject) = subject else { continue };
            if let Some(first) = about.iter().find(|other| other.value == subject) {
                let problem = Problem::new(
                    Code::DuplicateId,
                    &id.at,
                    format!("`{}` is named twice", id.value),
                );
                check.report(
                    problem
                        .also(&first.at, "first named here")
                        .help("once is enough"),
                );
            } else {
                about.push(Located {
                    value: subject,
                    at: id.at,
                });
            }
        }
        about
    }

    /// Finds the subject that an id means; a way out is looked for as long as problems are shown.
    fn subject(&self, id: &Located<String>, check: &mut Check) -> Option<Subject> {
        let things = &self.ids.things;
        if things.place(&id.value).is_some() || check.problems.len() >= SHOWN {
            return things.find(id, SUBJECT, [MAP], Thing::subject, check);
        }
        let message = format!("there is no {SUBJECT} `{}`", id.value);
        let help = self.way_out(&id.value);
        check.report(Problem::new(Code::UnknownId, &id.at, message).help(help));
        None
    }

    /// The ids that may be meant by one that nothing has.
    fn way_out(&self, said: &str) -> String {
        let of_file = self.ids.things.names(Thing::subject).chain([MAP]);
        let of_file: Vec<&str> = of_file.collect();
        let near = nearest(said, &of_file).map(|near| format!("did you mean `{near}`?"));
        let called = self.base.and_then(|base| spoken::ids_of(base, said));
        if called.is_some() {
            let told: Vec<String> = near.into_iter().chain(called).collect();
            return told.join(" ");
        }
        let of_base = self.base.map(spoken::ids).unwrap_or_default();
        let all = of_file
            .into_iter()
            .chain(of_base.iter().map(String::as_str));
        let help = suggest(said, all);
        help.unwrap_or_else(|| "declare it; `whoholds units` lists the units and towns".to_owned())
    }

    fn actor(&self, field: Field<String>, check: &mut Check) -> Option<Located<ActorId>> {
        let id = check.take(field)?;
        let actor = self
            .ids
            .things
            .find(&id, "actor", [], Thing::actor, check)?;
        Some(Located {
            value: actor,
            at: id.at,
        })
    }

    fn source(&self, field: Field<String>, check: &mut Check) -> Option<Located<SourceId>> {
        let id = check.take(field)?;
        let source = self.ids.sources.find(&id, "source", [], Some, check)?;
        Some(Located {
            value: source,
            at: id.at,
        })
    }

    fn question(&self, field: Field<String>, check: &mut Check) -> Option<QuestionId> {
        let id = check.take(field)?;
        self.ids.questions.find(&id, "question", [], Some, check)
    }

    fn check_dates(
        &self,
        when: Option<&Located<Date>>,
        actor: Option<&Located<ActorId>>,
        source: Option<&Located<SourceId>>,
        check: &mut Check,
    ) {
        let published = source.and_then(|source| self.of(source.value)?.published);
        let stated = when.zip(published);
        let late =
            stated.and_then(|(when, published)| after_source(when.value, published, &when.at));
        if let Some(problem) = late {
            check.report(problem);
        }
        let date = when.map(|when| when.value).or(published).or(self.as_of);
        let wrong = date
            .zip(actor)
            .and_then(|(date, Located { value: id, at })| {
                let actor = self.actors[id.index()].as_ref()?;
                not_then("this claim", date, actor, at)
            });
        if let Some(problem) = wrong {
            check.report(problem);
        }
    }

    /// A source is quoted where its text is held, and summed up where it is not.
    fn check_words(
        &self,
        Located { value: id, at }: &Located<SourceId>,
        words: Words,
        check: &mut Check,
    ) {
        let Some(source) = self.of(*id) else { return };
        if source.text.is_some() && !words.quote && !words.because {
            let problem = Problem::new(
                Code::NoQuote,
                at,
                "the text of this source is held, and not quoted",
            );
            check.report(
                problem.help("add a `quote`, or `because` if it only says so between the lines"),
            );
        } else if !words.quote && !words.summary && !words.because {
            let problem = Problem::new(Code::NoEvidence, at, "what this source says is left open");
            check.report(problem.help("its text is not held: add a `summary` of what it reports"));
        }
    }
}

/// The kinds of words that a claim gives for itself.
#[derive(Clone, Copy)]
struct Words {
    quote: bool,
    summary: bool,
    because: bool,
}

impl Words {
    const fn of(claim: &wire::Claim) -> Self {
        let [quote, summary, because] = [&claim.quote, &claim.summary, &claim.because];
        Self {
            quote: !quote.is_absent(),
            summary: !summary.is_absent(),
            because: !because.is_absent(),
        }
    }
}

fn credibility(number: Field<i64>, check: &mut Check) -> Option<Credibility> {
    let Located { value: number, at } = check.take(number)?;
    let found = Credibility::ALL
        .iter()
        .find(|known| known.key() == number.to_string());
    if found.is_none() {
        let problem = Problem::new(Code::BadGrade, &at, format!("`{number}` is no credibility"));
        check.report(problem.help(grades(
            Credibility::ALL,
            Credibility::key,
            Credibility::plain,
        )));
    }
    found.copied()
}

/// A claim stands on a source or on a reason, and words on their source.
fn check_evidence(claim: &wire::Claim, at: &Span, check: &mut Check) {
    let [source, quote, summary, before, after, because] = [
        &claim.source,
        &claim.quote,
        &claim.summary,
        &claim.before,
        &claim.after,
        &claim.because,
    ]
    .map(Field::at);
    if source.is_none() && because.is_none() {
        let problem = Problem::new(Code::NoEvidence, at, "nothing stands behind this claim");
        check.report(problem.help("add the `source` that says so, or `because` with your reason"));
    }
    if source.is_none() {
        for (key, at) in [("quote", quote), ("summary", summary)] {
            if let Some(at) = at {
                check.report(
                    Problem::new(
                        Code::MissingKey,
                        at,
                        format!("a `{key}` needs its `source`"),
                    )
                    .help("add `source = …`"),
                );
            }
        }
    }
    if quote.is_none() {
        for (key, at) in [("before", before), ("after", after)] {
            if let Some(at) = at {
                check.report(
                    Problem::new(
                        Code::MissingKey,
                        at,
                        format!("`{key}` needs the `quote` it belongs to"),
                    )
                    .help("add `quote = …`, or take it out"),
                );
            }
        }
    }
}

fn check_actor(
    Located { value: says, at }: &Located<Says>,
    actor: &Field<String>,
    check: &mut Check,
) {
    match actor.at() {
        Some(actor) if *says == Says::Context => {
            let problem = Problem::new(Code::NeedlessActor, actor, "context has no actor");
            check.report(
                problem.help(
                    "take it out; to have the claim stand with the actor, name it in `about`",
                ),
            );
        }
        None if *says != Says::Context => {
            let problem = Problem::new(
                Code::NoActor,
                at,
                format!("it is left open who {}", says.plain()),
            );
            check.report(problem.help("add the `actor`"));
        }
        _ => {}
    }
}

fn check_fit(
    Located { value: says, at }: &Located<Says>,
    subject: &Located<Subject>,
    check: &mut Check,
) {
    let (fits, what): (fn(Says) -> bool, _) = match subject.value {
        Subject::Region(_) => (Says::fits_region, "a region"),
        Subject::Site(_) => (Says::fits_site, "a site"),
        Subject::Actor(_) => (|says| says == Says::Context, "an actor"),
        Subject::Map => (|says| says == Says::Context, "the whole map"),
    };
    if fits(*says) {
        return;
    }
    let words: Vec<_> = Says::ALL
        .iter()
        .filter(|says| fits(**says))
        .map(|says| format!("`{}`", says.key()))
        .collect();
    let problem = Problem::new(
        Code::SaysMisfit,
        at,
        format!("`{}` can't be said of {what}", says.key()),
    );
    check.report(
        problem
            .also(&subject.at, "said of this")
            .help(format!("of {what} can be said {}", words.join(", "))),
    );
}
