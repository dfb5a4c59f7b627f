/** After a session: how tense now, how long it was, and the line to take along. */
package app.saywell.relaxation

import android.view.View
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.help.HelpCardRoute
import app.saywell.reminder.layPlan
import app.saywell.ui.TensionSlider
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import app.saywell.ui.span
import org.saywell.engine.Playing
import org.saywell.engine.RelaxationForm
import org.saywell.engine.RelaxationOutcome
import org.saywell.engine.RelaxationVerbs
import org.saywell.engine.Start

data class AfterRoute(val id: String, val script: String, val form: RelaxationForm, val elapsedMs: Long) : Route {
    override fun screen() = AfterScreen(this)
}

/** As long as core has the session running the question is open; leaving the page in any way answers it with nothing. */
class AfterScreen(private val route: AfterRoute) : Screen(R.layout.relaxation_after) {
    private class Answer(val playing: Playing, val door: String?, val help: String?)

    private var asking = false

    override fun open() = ask {
        val playing = relaxation().known()
        if (playing.session.outcome == RelaxationOutcome.RUNNING && route.form == RelaxationForm.SHORT) {
            relaxation().finishRelaxation(route.id, route.elapsedMs, null)
            answer(relaxation().known())
        } else answer(playing)
    } show ::show

    /** The session that is there: the same id starts it no second time. */
    private fun RelaxationVerbs.known() = startRelaxation(Start(route.id, route.script, route.form, null), now())

    private fun org.saywell.engine.Saywell.answer(playing: Playing) = Answer(playing, playing.door, playing.door?.let { lesson().title(it) })

    private fun show(answer: Answer) {
        asking = answer.playing.session.outcome == RelaxationOutcome.RUNNING
        find<View>(R.id.ask).showIf(asking)
        find<View>(R.id.skip).showIf(asking)
        find<TextView>(R.id.title).setHeading()
        if (asking) question() else over(answer)
    }

    private fun question() {
        find<TextView>(R.id.title).setText(R.string.how_now)
        find<TextView>(R.id.detail).setText(R.string.all_okay)
        find<View>(R.id.line).showIf(false)
        find<View>(R.id.door).showIf(false)
        val slider = find<TensionSlider>(R.id.tension)
        if (kept.containsKey(TENSION)) slider.value = kept.getInt(TENSION)
        val done = find<Button>(R.id.done)
        done.isEnabled = slider.value != null
        slider.onChosen = {
            kept.putInt(TENSION, it)
            done.isEnabled = true
        }
        done.setOnClickListener { finish(slider.value) }
        find<View>(R.id.skip).setOnClickListener { finish(null) }
    }

    private fun finish(tension: Int?) = ask {
        relaxation().finishRelaxation(route.id, route.elapsedMs, tension?.toUByte())
        answer(relaxation().known())
    } show {
        app.layPlan()
        show(it)
    }

    private fun over(answer: Answer) {
        val session = answer.playing.session
        find<TextView>(R.id.title).text = if (session.outcome == RelaxationOutcome.LEFT) text(R.string.stopped_when) else text(R.string.that_was, span(session.elapsedMs))
        val before = session.before
        val after = session.after
        find<TextView>(R.id.detail).run {
            showIf(before != null && after != null)
            if (before != null && after != null) text = text(R.string.before_after, before.toInt(), after.toInt())
        }
        val line = answer.playing.timeline.cues.filter { it.block == LINK && it.say.isNotEmpty() }
        find<TextView>(R.id.line_words).text = line.joinToString("\n") { it.say }
        find<View>(R.id.line).showIf(line.isNotEmpty() && session.outcome == RelaxationOutcome.FINISHED)
        find<View>(R.id.door).showIf(answer.door != null)
        find<Button>(R.id.help).run {
            text = answer.help
            setOnClickListener { answer.door?.let { go(HelpCardRoute(it)) } }
        }
        find<Button>(R.id.done).run {
            isEnabled = true
            setOnClickListener { activity.goBack() }
        }
    }

    override fun close() {
        if (asking && !comesBack) tell { relaxation().finishRelaxation(route.id, route.elapsedMs, null) }
    }

    private companion object {
        const val TENSION = "tension"

        /** The block of a script that holds the line. */
        const val LINK = "link"
    }
}
