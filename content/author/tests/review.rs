//! The paper for the clinician: what it holds, that nothing is left out, and that the kept one is up to date.

mod home;

use home::Home;
use saywell_author::{compile, review};

const KEPT: &str = "docs/clinical-review.md";

#[test]
fn the_kept_paper_is_that_of_the_course() {
    let home = saywell_author::home();
    let kept = std::fs::read_to_string(home.with_file_name(KEPT)).unwrap_or_default().replace("\r\n", "\n");
    let is_fresh = review(&home).expect("no fault") == kept;
    assert!(is_fresh, "{KEPT} is out of date: cargo run -q -p saywell-author -- review > {KEPT}");
}

#[test]
fn a_claim_with_its_sources_and_all_that_stands_on_it() {
    let paper = review(&Home::good().path).expect("no fault");
    let (_, entry) = paper.split_once("### W1").expect("the claim W1");
    let entry = entry.split("\n#").next().expect("its entry");
    assert_eq!(
        entry,
        ": not reviewed yet

> A walk calms.

- The Walkers, *On walks* (no date), <https://walks.example/>

Seen: read at the publisher's own page or in the paper itself; in part read only as a copy, an older edition or a report of it, so look it up again. Checked 2026-11-23, review by 2027-11-23. Holds: US, UK.

What stands on it:

- “Go now.” (help card *PEP: go now*)
- “A walk is calm.” (unit 1 *A walk*, why)
- “yes” (unit 1 *A walk*, which, “Boots, Rain”)
- “Yes.” (quiz *First*, cold, to “True”)
- “With a question.” (technique *Ask*)

☐ approve   ☐ change   ☐ drop   Name, role, date: ______________________________
"
    );
}

#[test]
fn the_gravest_come_first_and_a_clinicians_own_before_others() {
    let home = Home::good();
    let claim = |id: &str, risk: &str, review: &str| {
        format!(
            "[claim.{id}]\ntext = \"It is so.\"\nseen = \"D\"\nchecked = 2026-11-23\nreview_by = 2027-11-23\n\
             place = \"any\"\nrisk = \"{risk}\"\nreview = \"{review}\"\n"
        )
    };
    let more = [
        claim("A10", "life-critical", "unreviewed"),
        claim("A2", "life-critical", "unreviewed"),
        claim("Z1", "life-critical", "needs-clinician"),
        claim("A1", "clinical", "unreviewed"),
    ];
    home.write("claim/more.toml", more.concat());
    let paper = review(&home.path).expect("no fault");
    let order: Vec<&str> = paper.lines().filter(|line| line.starts_with("## ") || line.starts_with("### ")).collect();
    assert_eq!(
        order,
        [
            "## Parts that wait for a clinician (5)",
            "### Unit 1 *A walk*, try",
            "### Unit 1 *A walk*, shoes",
            "### Unit 1 *A walk*, which",
            "### Help card *PEP: go now*, “And then?”",
            "### Help card *PEP: go now*, helper, on-prep",
            "## Life-critical (3)",
            "### Z1: a clinician must decide",
            "### A2: not reviewed yet",
            "### A10: not reviewed yet",
            "## Clinical (2)",
            "### N1: a clinician must decide",
            "### A1: not reviewed yet",
            "## Behavioural (1)",
            "### W1: not reviewed yet",
            "## Editorial (1)",
            "### E1: approved by A. Walker, nurse on 2026-11-24",
        ]
    );
    assert!(paper.contains("- Kind: Socks\n- Socks, Rain: ask\n\nStands on N1 (clinical).\n"));
    assert!(paper.contains("| Life-critical | 1 | 2 | 0 | 3 |\n") && paper.contains("| All | 2 | 4 | 1 | 7 |\n"));
}

#[test]
fn every_mark_of_the_course_is_on_the_paper() {
    let home = saywell_author::home();
    let (course, paper) = (compile(&home).expect("no fault"), review(&home).expect("no fault"));
    let mut cited = Vec::new();
    marks(&serde_json::to_value(&course).expect("JSON"), &mut cited);
    assert!(cited.len() > 500, "{} marks", cited.len());
    for claim in &course.claims {
        let start = format!("\n### {}: ", claim.id);
        let (_, entry) = paper.split_once(start.as_str()).expect("an entry");
        let entry = entry.split("\n☐").next().expect("up to where it is signed");
        assert_eq!(entry.contains("What stands on it"), cited.contains(&claim.id), "{}", claim.id);
    }
}

fn marks(json: &serde_json::Value, found: &mut Vec<String>) {
    match json {
        serde_json::Value::Array(list) => list.iter().for_each(|value| marks(value, found)),
        serde_json::Value::Object(fields) => {
            found.extend(fields.get("claim").and_then(|id| id.as_str()).map(ToOwned::to_owned));
            fields.values().for_each(|value| marks(value, found));
        }
        _ => {}
    }
}

#[test]
fn what_only_reviewers_need_stays_at_the_desk() {
    let course = Home::good().compile().expect("no fault");
    let json = serde_json::to_string(&course).expect("JSON");
    for word in ["behavioural", "V/M", "walks.example", "A. Walker"] {
        assert!(!json.contains(word), "{word}");
    }
}

#[test]
fn a_broken_course_has_no_paper() {
    let home = Home::good();
    home.change("claim/claims.toml", "\"V/M\"", "\"X\"");
    assert_eq!(review(&home.path).map(drop).map_err(|faults| faults.len()), Err(1));
}
