/** Settings: what the app keeps, who can see it, and how it looks. */
package app.saywell.settings

import android.content.Context
import android.view.View
import android.widget.Switch
import android.widget.TextView
import app.saywell.App
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.pack.CoursesRoute
import app.saywell.relaxation.DayBeginsRoute
import app.saywell.reminder.RemindersRoute
import app.saywell.reminder.days
import app.saywell.ui.ListRow
import app.saywell.ui.clock
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import app.saywell.ui.textScale
import app.saywell.vault.BackUpRoute
import app.saywell.vault.BringBackRoute
import app.saywell.vault.Door
import java.time.LocalTime
import org.saywell.engine.Language
import org.saywell.engine.Reminders

class SettingsScreen : Screen(R.layout.settings) {
    private class Answer(val reminders: Reminders, val keptDays: UShort?, val dayStartsAt: UByte, val language: Language)

    override fun open() {
        listOf(R.id.privacy, R.id.how_looks, R.id.practice, R.id.copies).forEach { find<TextView>(it).setHeading() }
        opens(R.id.reminders, RemindersRoute)
        opens(R.id.pin, PinSettingsRoute)
        opens(R.id.keep_entries, KeepRoute)
        opens(R.id.delete_today, DeleteTodayRoute)
        opens(R.id.delete_everything, DeleteAllRoute)
        opens(R.id.language, LanguageRoute)
        opens(R.id.light, LightRoute)
        opens(R.id.day_begins, DayBeginsRoute)
        opens(R.id.courses, CoursesRoute)
        opens(R.id.save_copy, BackUpRoute)
        opens(R.id.bring_back, BringBackRoute)
        opens(R.id.check, CheckRoute)
        opens(R.id.about, AboutRoute)
        hide()
        // Where nothing is kept there is nothing to lock, to keep for a time or to check.
        val keeps = app.vault.door !is Door.Without
        listOf(R.id.pin, R.id.keep_entries, R.id.delete_today, R.id.courses, R.id.copies, R.id.copies_card).forEach { find<View>(it).showIf(keeps) }
        ask { Answer(reminder().reminders(now()), vault().use { it.retention() }, progress().dayStartsAt(), language().use { it.spoken() }) } show ::show
    }

    private fun opens(row: Int, route: Route) = find<View>(row).setOnClickListener { go(route) }

    private fun hide() = find<Switch>(R.id.hide_recents).run {
        if (textScale > 1.5f) setCompoundDrawables(null, null, null, null) // as in the rows around it
        isChecked = app.look.screenIsPrivate
        setOnCheckedChangeListener { _, on ->
            app.look.screenIsPrivate = on
            activity.keepToItself(on)
        }
    }

    private fun show(answer: Answer) {
        find<ListRow>(R.id.reminders).detail = context.said(answer.reminders)
        find<ListRow>(R.id.pin).detail = app.pinSaid(context)
        find<ListRow>(R.id.keep_entries).detail = context.keptSaid(answer.keptDays)
        find<ListRow>(R.id.language).detail = answer.language.name
        find<ListRow>(R.id.light).detail = text(lightName(app.look.dark))
        find<ListRow>(R.id.day_begins).title = text(R.string.day_begins, LocalTime.of(answer.dayStartsAt.toInt(), 0).clock(context))
    }
}

/** Each rule that is on, such as `Mon, Wed, Fri at 19:30`. */
internal fun Context.said(reminders: Reminders): String = reminders.rules.map { it.rule }.filter { it.on }
    .joinToString("\n") { getString(R.string.days_at, days(it.weekdays), it.time.clock(this)) }.ifEmpty { getString(R.string.is_off) }

internal fun App.pinSaid(context: Context): String = context.getString(if (vault.hasPin) R.string.pin_on else R.string.is_off)

internal fun Context.keptSaid(days: UShort?): String =
    days?.toInt()?.let { resources.getQuantityString(R.plurals.keep_for, it, it) } ?: getString(R.string.keep_ever)
