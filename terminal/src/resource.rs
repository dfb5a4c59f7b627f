//! Places and lines to turn to, as a programme has added them, each with the day when a person last tried it.

use crate::prose::Page;
use crate::shell::Shell;
use crate::stop::Go;
use crate::words;
use saywell_core::content::Channel;
use saywell_core::help::ResourceView;

/// All of them.
pub fn list(shell: &mut Shell) -> Go {
    shell.screen.heading(TITLE)?;
    let now = shell.now();
    for view in &shell.engine.resources(now) {
        show(shell, view)?;
    }
    shell.rest(&Page::default())
}

/// What they are called where they are opened.
pub const TITLE: &str = "Places and lines to turn to";

fn show(shell: &mut Shell, view: &ResourceView) -> Go {
    let (screen, resource) = (&mut shell.screen, &view.resource);
    screen.heading(&resource.name)?;
    screen.text(&resource.who_for)?;
    let channel = match resource.channel {
        Channel::Phone => "Call",
        Channel::Text => "Text",
        Channel::Chat => "Chat",
        Channel::Web => "Read",
        Channel::Place => "Go to",
    };
    let contact = screen.bold(&format!("{channel}: {}", resource.contact));
    screen.text(&contact)?;
    screen.text(&format!("Open: {}", resource.hours))?;
    let place = if resource.country == "any" { "any country" } else { &resource.country };
    screen.text(&format!("Where: {place}. Languages: {}.", resource.languages.join(", ")))?;
    let changed = if view.may_have_changed { " It may have changed since." } else { "" };
    screen.aside(&format!("Checked on {}.{changed}", words::date(resource.verified_on)))
}
