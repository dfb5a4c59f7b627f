/** One session of the log, and what may be done with it; and when a day begins. */
package app.saywell.relaxation

import android.content.Context
import android.view.View
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.reminder.layPlan
import app.saywell.ui.PickOneScreen
import app.saywell.ui.Sure
import app.saywell.ui.clock
import app.saywell.ui.setHeading
import app.saywell.ui.short
import app.saywell.ui.showIf
import app.saywell.ui.span
import org.saywell.engine.RelaxationForm
import org.saywell.engine.RelaxationOutcome
import org.saywell.engine.Saywell
import org.saywell.engine.Session
import java.time.LocalTime

data class SessionRoute(val id: String) : Route {
    override fun screen() = SessionScreen(this)
}

class SessionScreen(private val route: SessionRoute) : Screen(R.layout.relaxation_session) {
    private class Answer(val session: Session?, val title: String?)

    override fun open() = ask {
        val session = relaxation().relaxationLog(UInt.MAX_VALUE).firstOrNull { it.id == route.id }
        Answer(session, session?.let { titles(listOf(it.script))[it.script] })
    } show ::show

    private fun show(answer: Answer) {
        val session = answer.session ?: return activity.goBack()
        find<TextView>(R.id.title).run {
            text = text(R.string.two_parts, session.started.toLocalDate().short(), session.started.toLocalTime().clock(context))
            setHeading()
        }
        find<TextView>(R.id.detail).text = session.told(context, answer.title)
        find<TextView>(R.id.ratings).run {
            text = session.ratings(context)
            showIf(text.isNotEmpty())
        }
        val day = session.day.short()
        val sure = Sure(page, find(R.id.choices)) { kept.remove(ASKED) }
        fun one() = sure.ask(text(R.string.delete_one_sure)) { delete { relaxation().deleteRelaxation(session.id) } }
        fun all() = sure.ask(text(R.string.delete_day_sure, day)) { delete { relaxation().deleteRelaxationDay(session.day) } }
        find<View>(R.id.delete_one).setOnClickListener { kept.putString(ASKED, ONE); one() }
        find<Button>(R.id.delete_day).run {
            text = text(R.string.delete_day, day)
            setOnClickListener { kept.putString(ASKED, ALL); all() }
        }
        when (kept.getString(ASKED)) { ONE -> one(); ALL -> all() }
    }

    private fun delete(verb: Saywell.() -> Unit) = ask(verb) show {
        app.layPlan()
        activity.goBack()
    }

    private companion object {
        const val ASKED = "asked"
        const val ONE = "one"
        const val ALL = "all"
    }
}

/** The titles of these scripts, those that the course still has. */
internal fun Saywell.titles(scripts: List<String>): Map<String, String> =
    scripts.distinct().mapNotNull { id -> lesson().title(id)?.let { id to it } }.toMap()

/** Such as `Slow breath · 9:30 of 10:00 · ended early`. */
internal fun Session.told(context: Context, title: String?): String {
    val quick = if (form == RelaxationForm.SHORT) context.getString(R.string.quick_calm) else null
    val how = when (outcome) {
        RelaxationOutcome.FINISHED -> if (elapsedMs >= plannedMs) R.string.to_the_end else R.string.ended_early
        RelaxationOutcome.LEFT -> R.string.left_it
        RelaxationOutcome.INTERRUPTED -> R.string.cut_short
        RelaxationOutcome.RUNNING -> R.string.running
    }
    return context.getString(R.string.session_detail, quick ?: title ?: script, span(elapsedMs), span(plannedMs), context.getString(how))
}

/** Such as `Tension: 7 to 4`; nothing where none was given. */
internal fun Session.ratings(context: Context): String? {
    val before = before?.toInt()
    val after = after?.toInt()
    return when {
        before != null && after != null -> context.getString(R.string.tension_both, before, after)
        before != null -> context.getString(R.string.tension_before, before)
        after != null -> context.getString(R.string.tension_after, after)
        else -> null
    }
}

data object DayBeginsRoute : Route {
    override fun screen() = DayBeginsScreen()
}

class DayBeginsScreen : PickOneScreen(R.string.day_begins_title, R.string.day_begins_more) {
    override fun open() = ask { progress().dayStartsAt().toInt() } show { known ->
        rows((0..23).toList(), known, { LocalTime.of(it, 0).clock(context) }) { hour ->
            ask { progress().setDayStartsAt(hour.toUByte()) } show {
                app.layPlan()
                activity.goBack()
            }
        }
    }
}
