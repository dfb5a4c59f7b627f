/** The first pages: what the app does, what it cannot hide, and what may be set before it begins. Under a minute, and all of it can wait. */
package app.saywell.settings

import android.os.Build
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.ImageView
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.home.HomeRoute
import app.saywell.reminder.ReminderRoute
import app.saywell.ui.ListRow
import app.saywell.ui.PlaceDots
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import java.util.UUID

class WelcomeScreen : Screen(R.layout.welcome) {
    private class Point(val icon: Int, val title: Int, val words: Int)

    private class Sheet(val title: Int, val lead: Int, vararg val points: Point)

    private val sheets = listOf(
        Sheet(
            R.string.welcome_title, R.string.welcome_lead,
            Point(R.drawable.ic_lock, R.string.welcome_stays, R.string.welcome_stays_more),
            Point(R.drawable.ic_rehearse, R.string.welcome_again, R.string.welcome_again_more),
            Point(R.drawable.ic_exit, R.string.welcome_exit, R.string.welcome_exit_more),
        ),
        Sheet(
            R.string.welcome_hide, R.string.welcome_hide_lead,
            Point(R.drawable.ic_eye, R.string.hide_seen, R.string.hide_seen_more),
            Point(R.drawable.ic_user, R.string.hide_open, R.string.hide_open_more),
            Point(R.drawable.ic_safety, R.string.hide_force, R.string.hide_force_more),
        ),
        Sheet(R.string.welcome_two, R.string.welcome_two_lead),
    )

    private var at
        get() = kept.getInt(AT)
        set(value) = kept.putInt(AT, value)

    private val isLast get() = at == sheets.lastIndex

    override fun open() {
        val sheet = sheets[at]
        find<TextView>(R.id.title).run { setText(sheet.title); setHeading() }
        find<TextView>(R.id.lead).setText(sheet.lead)
        find<View>(R.id.mark).showIf(at == 0)
        language()
        sheet.points.forEach(::add)
        place()
        find<View>(R.id.two).showIf(isLast)
        find<Button>(R.id.next).run {
            setText(if (isLast) R.string.welcome_in else R.string.next)
            setOnClickListener { if (isLast) goIn() else turn(at + 1) }
        }
        find<View>(R.id.skip).run { showIf(!isLast); setOnClickListener { goIn() } }
        if (isLast) two()
    }

    /** Its name, as a way to another one. */
    private fun language() = find<Button>(R.id.language).run {
        showIf(at == 0)
        setOnClickListener { go(LanguageRoute) }
        ask { language().use { it.spoken() } } show {
            text = it.name
            contentDescription = text(R.string.language_is, it.name)
        }
    }

    private fun place() {
        val words = text(R.string.page_of, at + 1, sheets.size)
        find<PlaceDots>(R.id.dots).run { show(at + 1, sheets.size); contentDescription = words }
        if (Build.VERSION.SDK_INT >= 28) find<View>(R.id.scroll).accessibilityPaneTitle = words
    }

    private fun add(point: Point) {
        val points = find<ViewGroup>(R.id.points)
        val row = LayoutInflater.from(context).inflate(R.layout.welcome_point, points, false)
        row.findViewById<ImageView>(R.id.icon).setImageResource(point.icon)
        row.findViewById<TextView>(R.id.point).setText(point.title)
        row.findViewById<TextView>(R.id.point_words).setText(point.words)
        points.addView(row)
    }

    /** The PIN and a first reminder, on pages of their own; Back comes back here. */
    private fun two() {
        val id = kept.getString(REMINDER) ?: UUID.randomUUID().toString().also { kept.putString(REMINDER, it) }
        find<ListRow>(R.id.pin).run {
            detail = app.pinSaid(context)
            setOnClickListener { go(if (app.vault.hasPin) PinSettingsRoute else PinTaskRoute(PinTask.SET)) }
        }
        find<View>(R.id.reminder).setOnClickListener { go(ReminderRoute(id)) }
        ask { reminder().reminders(now()) } show { find<ListRow>(R.id.reminder).detail = context.said(it) }
    }

    private fun turn(page: Int) {
        at = page
        activity.reopen()
    }

    override fun back() = (at > 0).also { if (it) turn(at - 1) }

    private fun goIn() {
        app.look.welcomed = true
        activity.tab(HomeRoute)
    }

    private companion object {
        const val AT = "at"
        const val REMINDER = "reminder"
    }
}
