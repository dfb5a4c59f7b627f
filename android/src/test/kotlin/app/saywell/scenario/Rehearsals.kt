package app.saywell.scenario

import android.os.SystemClock
import android.view.MotionEvent
import android.view.View
import app.saywell.Hand
import app.saywell.R
import app.saywell.core
import app.saywell.moment
import app.saywell.ui.plain
import org.saywell.engine.Begin
import org.saywell.engine.BeginTogether
import org.saywell.engine.Choose
import org.saywell.engine.Side
import org.saywell.engine.Stage
import org.saywell.engine.TalkView
import org.saywell.engine.TogetherView

const val FRIEND = "scenario/an-old-friend"
const val START = "scenario/both-living-with-hiv"

/** A talk that someone has begun: [pick] says each line of theirs, until the talk ends or it picks none. */
fun rehearsed(run: String, scenario: String = FRIEND, side: Side = Side.A, pick: (TalkView) -> Choose?): TalkView = core {
    var view = scenario().beginTalk(Begin(run, scenario, side, null, null), 7uL, moment)
    repeat(40) {
        val line = if (view.ending == null) pick(view) else null
        view = scenario().say(run, view.said.size.toUShort(), (line ?: return@core view).id, moment)
    }
    view
}

/** The first of what can be said, [lines] times. */
fun first(lines: Int): (TalkView) -> Choose? = { view -> view.choices.firstOrNull().takeIf { view.said.count { it.own } < lines } }

/** What holds these words where it can be said, and the first of all else. */
fun saying(words: String): (TalkView) -> Choose? = { view -> view.choices.firstOrNull { words in it.say.plain() } ?: view.choices.firstOrNull() }

fun talk(run: String): TalkView = core { scenario().talk(run, moment) }

/** Two people who have come to [stage]. */
fun together(id: String, stage: Stage, scenario: String = START): TogetherView = core {
    var view = scenario().beginTogether(BeginTogether(id, scenario, null, null), moment)
    while (view.stage != stage) view = when (view.stage) {
        Stage.FIRST_MARKS -> scenario().mark(id, view.stage, view.toMark.take(2).map { it.technique }, moment)
        else -> scenario().nextStage(id, view.stage, moment)
    }
    view
}

fun pair(): TogetherView? = core { scenario().currentTogether(moment) }

/** A finger goes down on the button and stays; what is returned lifts it. */
fun Hand.hold(): () -> Unit {
    val button = page.findViewById<View>(R.id.hold)
    val at = IntArray(2).also(button::getLocationOnScreen)
    val down = SystemClock.uptimeMillis()
    fun touch(action: Int) {
        finger(action, at[0] + button.width / 2f, at[1] + button.height / 2f, down)
        rest()
    }
    touch(MotionEvent.ACTION_DOWN)
    touch(MotionEvent.ACTION_MOVE)
    return { touch(MotionEvent.ACTION_UP) }
}
