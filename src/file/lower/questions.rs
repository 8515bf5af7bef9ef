//! Questions that sources answer differently.

use crate::{
    atlas::{Claim, Question, QuestionId, Subject},
    diagnostics::{Check, Code, Located, Problem},
};

use super::super::{ids::Ids, wire};

pub fn questions(
    list: Vec<Located<wire::Question>>,
    ids: &mut Ids,
    check: &mut Check,
) -> Vec<Option<Question>> {
    let numbered = list.into_iter().enumerate();
    numbered
        .map(|(n, entry)| question(entry, QuestionId::at(n), ids, check))
        .collect()
}

fn question(
    Located { value: wire, at }: Located<wire::Question>,
    number: QuestionId,
    ids: &mut Ids,
    check: &mut Check,
) -> Option<Question> {
    let required = [("id", wire.id.is_absent()), ("asks", wire.asks.is_absent())];
    check.require(&at, &required);
    let id = ids.questions.define(wire.id, number, check);
    let asks = check.line(wire.asks);
    let note = check.prose(wire.note);
    Some(Question {
        id: id?,
        asks: asks?,
        note,
    })
}

/// Notes questions over which nothing differs: too few answers, or answers that no place shows together.
pub fn check_answers(questions: &[Question], claims: &[Claim], ids: &Ids, check: &mut Check) {
    for (n, question) in questions.iter().enumerate() {
        let number = Some(QuestionId::at(n));
        let answers: Vec<&Claim> = claims.iter().filter(|it| it.answers == number).collect();
        let at = ids.questions.place(&question.id).cloned();
        let problem = |code, what: &str| Problem::new(code, &at.clone().unwrap_or_default(), what);
        match answers.as_slice() {
            [] => check.report(
                problem(Code::LoneAnswer, "no claim answers this question").help(format!(
                    "add `answers = \"{}\"` to the claims that do",
                    question.id
                )),
            ),
            [_] => check.report(
                problem(Code::LoneAnswer, "only one claim answers this question").help(format!(
                    "add `answers = \"{}\"` to the claim that differs from it",
                    question.id
                )),
            ),
            [first, rest @ ..] => {
                let shared = |subject: &&Subject| rest.iter().all(|it| it.about.contains(subject));
                if !first.about.iter().any(|subject| shared(&subject)) {
                    let what = "the answers to this question are about different things";
                    check
                        .report(problem(Code::AnswersApart, what).help(
                            "name what the question is about in the `about` of each of them",
                        ));
                }
            }
        }
    }
}
