//! What holds a release back today, and what a day makes overdue.

mod home;

use home::Home;
use saywell_author::{Rule, Strict, compile, home as repository, report, review};
use saywell_content::Review;

const RELEASE: Strict = Strict { today: None, release: true };

#[test]
fn a_release_waits_for_the_clinician_and_for_nothing_that_is_no_fault() {
    let faults = report(&repository(), RELEASE).faults;
    let of = |rule: Rule| faults.iter().filter(|fault| fault.rule == rule).collect::<Vec<_>>();
    let course = compile(&repository()).unwrap();

    // Exactly the claims that nobody has approved, each with its text, its sources and its day.
    let open: Vec<_> = course.claims.iter().filter(|claim| claim.review != Review::Approved).collect();
    let told = of(Rule::ReleaseClaim);
    assert_eq!(told.len(), open.len());
    for claim in open {
        let start = format!("no clinician has approved {} (", claim.id);
        let fault = told.iter().find(|fault| fault.reason.starts_with(&start)).unwrap();
        assert!(fault.reason.ends_with(&claim.text) && fault.reason.contains(&format!("checked {}", claim.checked)));
        assert!(claim.sources.iter().all(|source| fault.reason.contains(source)), "{fault}");
    }

    // Exactly the parts of the paper that wait.
    let paper = review(&repository()).unwrap();
    let parts = of(Rule::ReleasePart);
    assert!(paper.contains(&format!("## Parts that wait for a clinician ({})\n", parts.len())) && !parts.is_empty());

    assert_eq!(of(Rule::ReleaseReview).len(), 1);
    assert_eq!(of(Rule::ReleaseResource).len(), 1);
    let stands_in: Vec<&str> = of(Rule::ReleasePlaceholder).iter().map(|fault| fault.place.file.as_str()).collect();
    assert_eq!(stands_in, ["content/course/pack.toml", "content/keys/current.pub", "content/keys/next.pub"]);
    assert!(faults.iter().all(|fault| fault.rule.id().starts_with("release-")), "{faults:#?}");
}

#[test]
fn what_is_old_is_named_on_its_day_and_stops_no_build() {
    let due = |day: &str| {
        let strict = Strict { today: Some(day.parse().unwrap()), release: false };
        report(&Home::good().path, strict).faults.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(due("2027-11-22"), [""; 0]);
    let claims = ["1:8: `W1`", "11:8: `E1`", "22:8: `N1`"];
    let old =
        |claim| format!("content/course/claim/claims.toml:{claim} was to be looked at again by 2027-11-23 [claim-old]");
    assert_eq!(due("2027-11-23"), claims.map(old));
    assert!(Home::good().compile().is_ok());
}
