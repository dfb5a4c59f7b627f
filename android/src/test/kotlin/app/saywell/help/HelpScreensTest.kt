package app.saywell.help

import android.view.ViewGroup
import app.saywell.Hand
import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.ui.plain
import org.saywell.engine.Channel
import org.saywell.engine.Resource
import org.saywell.engine.ResourceView
import java.time.LocalDate

class HelpScreensTest : Screens(
    Sight("19-help", HomeRoute, HelpRoute),
    Sight("19-help-pep-card", HomeRoute, HelpCardRoute("help/pep")),
    Sight("19-help-safe-to-talk", HomeRoute, HelpCardRoute("help/safe-to-talk")),
    Sight("19-help-low-mood", HomeRoute, HelpCardRoute("help/low-mood")),
    Sight("19-pep-question", HomeRoute, PepRoute),
    Sight("19-pep-hours", HomeRoute, PepRoute, then = { no(); sex(); picks(R.string.know_hours) }),
    Sight("19-pep-day", HomeRoute, PepRoute, then = { no(); sex(); picks(R.string.know_day) }),
    Sight("19-help-pep", HomeRoute, PepRoute, then = { no(); sex(); yesterdayAfternoon(); no(); no(); no(); no() }),
    Sight("19-help-pep-overlays", HomeRoute, PepRoute, then = { no(); sex(); skip(); no(); yes(); yes(); yes() }),
    Sight("19-help-pep-forced", HomeRoute, PepRoute, then = { no(); sex(); skip(); yes(); no(); no() }),
    Sight("19-help-pep-has-hiv", HomeRoute, PepRoute, then = { yes(); no() }),
    Sight("19-help-pep-over", HomeRoute, PepRoute, then = { no(); sex(); picks(R.string.know_day); picks(R.string.longer_ago); no(); no(); no(); no() }),
    Sight("19-word-list", HomeRoute, TermsRoute),
    Sight("19-word", HomeRoute, TermRoute("term/viral-load")),
    Sight("19-all-facts", HomeRoute, ClaimsRoute),
    Sight("19-places", HomeRoute, ResourcesRoute, then = {
        // The course as shipped lists none.
        page.findViewById<ViewGroup>(R.id.list).run { addResource(place(Channel.PHONE, true)); addResource(place(Channel.PLACE, false)) }
        rest()
    }),
)

internal fun place(channel: Channel, old: Boolean) = ResourceView(
    Resource(
        "resource/night-line", "Night line", "any", listOf("en", "de"), "Anyone who needs to talk, at any hour", channel,
        if (channel == Channel.PHONE) "000 000" else "1 Long Street", "day and night", LocalDate.of(2026, 11, 4), "A. Tester", LocalDate.of(2027, 2, 4), null,
    ),
    old,
)

/** Taps the answer with these words. */
private fun Hand.picks(words: Int) = tap(activity.getString(words))
private fun Hand.yes() = tap(activity.getString(R.string.yes))
private fun Hand.no() = tap(activity.getString(R.string.no))
private fun Hand.skip() = tap(R.id.skip)
private fun Hand.sex() = tap(core { help().helpCards() }.firstNotNullOf { it.pep }.ask.contactSex.plain())

private fun Hand.yesterdayAfternoon() {
    tap(activity.getString(R.string.know_day))
    tap(page.findViewById<ViewGroup>(R.id.choices).getChildAt(1))
    tap(activity.getString(R.string.in_the_afternoon))
}
