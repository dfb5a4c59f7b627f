package app.saywell.reminder

import android.view.View
import android.widget.Switch
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.ListRow
import app.saywell.ui.clock
import app.saywell.ui.showIf
import org.saywell.engine.QuietHours
import org.saywell.engine.ReminderSettings
import org.saywell.engine.SaywellException
import java.time.LocalTime

data object QuietHoursRoute : Route {
    override fun screen() = QuietHoursScreen()
}

class QuietHoursScreen : Screen(R.layout.reminder_quiet) {
    private val time = lazy { TimeAsked(activity) }

    override fun open() = ask { reminder().reminders(now()).settings } show ::show

    override fun close() { if (time.isInitialized()) time.value.close() }

    private fun show(settings: ReminderSettings) {
        val quiet = settings.quiet
        fun set(hours: QuietHours?) {
            find<View>(R.id.refused).showIf(false)
            ask { reminder().setReminders(settings.copy(quiet = hours), now()) } show {
                app.layPlan()
                show(it.settings)
            }
        }
        find<Switch>(R.id.on).run {
            setOnCheckedChangeListener(null)
            isChecked = quiet != null
            setOnCheckedChangeListener { _, on -> set(if (on) NIGHT else null) }
        }
        row(R.id.from, R.string.from_at, quiet?.from) { set(quiet!!.copy(from = it)) }
        row(R.id.up_to, R.string.up_to_at, quiet?.to) { set(quiet!!.copy(to = it)) }
    }

    private fun row(row: Int, spoken: Int, known: LocalTime?, picked: (LocalTime) -> Unit) = find<ListRow>(row).run {
        showIf(known != null)
        if (known == null) return
        detail = known.clock(context)
        contentDescription = text(spoken, known.clock(context))
        setOnClickListener { time.value.ask(known, picked) }
    }

    override fun refused(why: Throwable, again: () -> Unit) {
        if (why !is SaywellException.Invalid) return super.refused(why, again)
        page.answered()
        find<View>(R.id.refused).showIf(true)
    }

    private companion object { val NIGHT = QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)) }
}
