package app.saywell.scenario

import app.saywell.Hand
import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import org.saywell.engine.Side
import org.saywell.engine.Stage

class ScenarioScreensTest : Screens(
    Sight("07-rehearse", HomeRoute, RehearseRoute, before = { rehearsed("one", START, pick = first(60)); rehearsed("two", pick = first(1)) }),
    Sight("07-rehearse-together", HomeRoute, RehearseRoute, before = { together("pair", Stage.TALK) }, then = { tap(R.id.together) }),
    Sight("07-story", HomeRoute, RehearseRoute, ScenarioRoute(FRIEND), before = { rehearsed("one", pick = first(1)) }),
    Sight("07-story-gate", HomeRoute, RehearseRoute, ScenarioRoute("scenario/telling-someone")),
    Sight("07-story-setup", HomeRoute, RehearseRoute, ScenarioRoute("scenario/long-time-couple", together = true)),
    Sight("09-card", HomeRoute, RehearseRoute, TalkRoute("one"), CardRoute("one"), before = { rehearsed("one", pick = first(0)) }),
    Sight("10-first-line", HomeRoute, RehearseRoute, TalkRoute("one"), before = { rehearsed("one", pick = first(0)) }),
    Sight("10-dialogue", HomeRoute, RehearseRoute, TalkRoute("one"), before = { rehearsed("one", START, pick = first(2)) }),
    Sight("10-leaving", HomeRoute, RehearseRoute, TalkRoute("one"), before = { rehearsed("one", START, pick = first(2)) }, then = { tap(text(R.string.pause_or_leave)) }),
    Sight("11-debrief", HomeRoute, RehearseRoute, DebriefRoute("one"), before = { rehearsed("one", START, pick = first(60)) }),
    Sight("11-debrief-pushed", HomeRoute, RehearseRoute, DebriefRoute("one"), before = { rehearsed("one", side = Side.B, pick = saying("If you cared")) }),
    Sight("12-one-try", HomeRoute, RehearseRoute, TalkRoute("one"), TriesRoute("one"), before = { rehearsed("one", START, pick = first(2)) }),
    Sight("12-tries", HomeRoute, RehearseRoute, TalkRoute("one"), TriesRoute("one"), before = { twoTries("one") }, then = { tap(rows()[1]) }),
    Sight("12-three-tries", HomeRoute, RehearseRoute, TalkRoute("one"), TriesRoute("one"), before = { twoTries("one"); another("one", 0) }),
    two("01-situation", Stage.SITUATION),
    two("08-sealed", Stage.FIRST_CARD),
    two("09-role", Stage.FIRST_CARD) { hold() },
    two("09-role-tapped", Stage.FIRST_CARD) { tap(R.id.tap_twin) },
    two("08-sealed-read", Stage.SECOND_CARD) { tap(R.id.tap_twin); tap(R.id.tap_twin) },
    two("32-talk", Stage.TALK),
    two("32-stop", Stage.TALK) { back() },
    two("33-marks", Stage.FIRST_MARKS) { boxes().take(2).forEach(::tap) },
    two("33-look-back", Stage.DEBRIEF),
    two("33-over", Stage.DEBRIEF) { tap(R.id.finish) },
)

private fun two(name: String, stage: Stage, then: Hand.() -> Unit = {}) =
    Sight(name, HomeRoute, RehearseRoute, TogetherRoute("pair"), before = { together("pair", stage) }, then = then)

fun Hand.text(id: Int, vararg parts: Any): String = activity.getString(id, *parts)

fun Hand.rows() = views().filterIsInstance<TreeRow>()

fun Hand.boxes() = views().filterIsInstance<android.widget.CheckBox>()

/** A talk that ended, then went another way from its second line on. */
fun twoTries(run: String) {
    rehearsed(run, START, pick = first(60))
    another(run, 1)
}

/** Back to the person's line after [own] of theirs, and on with what was not said there yet. */
fun another(run: String, own: Int) {
    val said = talk(run).said
    val after = said.mapIndexedNotNull { i, line -> i.takeIf { line.own } }[own]
    core {
        val back = scenario().rewind(run, after.toUShort(), moment)
        scenario().say(run, after.toUShort(), back.choices.last { it.id != said[after].id }.id, moment)
    }
}
