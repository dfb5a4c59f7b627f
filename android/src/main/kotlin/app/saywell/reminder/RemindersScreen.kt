/** Reminders: which there are, what holds for all of them, and whether this phone lets them through. */
package app.saywell.reminder

import android.Manifest.permission.POST_NOTIFICATIONS
import android.content.Intent
import android.content.pm.PackageManager
import android.net.Uri
import android.os.Build
import android.provider.Settings
import android.view.LayoutInflater
import android.view.View
import android.view.ViewTreeObserver
import android.widget.Switch
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.ListCard
import app.saywell.ui.ListRow
import app.saywell.ui.PickOneScreen
import app.saywell.ui.clock
import app.saywell.ui.setHeading
import app.saywell.ui.short
import app.saywell.ui.showIf
import app.saywell.ui.textScale
import app.saywell.ui.week
import org.saywell.engine.ReminderRow
import org.saywell.engine.ReminderRule
import org.saywell.engine.ReminderText
import org.saywell.engine.Reminders
import org.saywell.engine.ReminderVerbs
import org.saywell.engine.Wording
import java.time.DayOfWeek
import java.time.LocalTime
import java.util.UUID

data object RemindersRoute : Route {
    override fun screen() = RemindersScreen()
}

/** When a first reminder comes, unless the person says otherwise. */
internal val EVENING: LocalTime = LocalTime.of(19, 30)

internal fun firstRule(id: String, texts: List<ReminderText>) =
    ReminderRule(id, DayOfWeek.entries.toSet(), EVENING, true, Wording.Listed(texts.first().id))

class RemindersScreen : Screen(R.layout.reminder_list) {
    private class Answer(val all: Reminders, val texts: List<ReminderText>)

    private var words = ""

    /** Core's answer to each change is the page; the plan follows it. */
    private fun change(verb: ReminderVerbs.() -> Reminders) = ask { reminder().verb() } show { all ->
        app.layPlan()
        show(all)
    }

    private var texts = emptyList<ReminderText>()

    override fun open() {
        find<View>(R.id.add).setOnClickListener { go(ReminderRoute(UUID.randomUUID().toString())) }
        find<View>(R.id.quiet).setOnClickListener { go(QuietHoursRoute) }
        find<View>(R.id.most).setOnClickListener { go(MostADayRoute) }
        find<View>(R.id.test).setOnClickListener { test() }
        find<View>(R.id.allow).setOnClickListener { activity.startActivity(noticeSettings()) }
        find<View>(R.id.see_fix).setOnClickListener { go(HeldBackRoute) }
        find<TextView>(R.id.for_all).setHeading()
        page.viewTreeObserver.addOnWindowFocusChangeListener(back)
        ask { Answer(reminder().reminders(now()), reminder().reminderTexts()) } show { answer ->
            texts = answer.texts
            show(answer.all)
        }
    }

    /** Back from the system's question or its settings, the answer may be another. */
    private val back = ViewTreeObserver.OnWindowFocusChangeListener { if (it) banners() }

    override fun close() = page.viewTreeObserver.removeOnWindowFocusChangeListener(back)

    private fun show(all: Reminders) {
        anyOn = all.rules.any { it.rule.on }
        words = all.rules.firstOrNull()?.text ?: texts.first().text
        rules(all)
        find<TextView>(R.id.next).run {
            showIf(all.next != null)
            text = all.next?.run { text(R.string.next_reminder, at.toLocalDate().short(), at.toLocalTime().clock(context)) }
        }
        find<ListRow>(R.id.quiet).detail = all.settings.quiet?.run { text(R.string.quiet_from_to, from.clock(context), to.clock(context)) } ?: text(R.string.quiet_none)
        find<ListRow>(R.id.most).detail = all.settings.mostADay.toInt().let { count(R.plurals.at_most, it, it) }
        find<Switch>(R.id.skip_practised).run {
            if (textScale > 1.5f) setCompoundDrawables(null, null, null, null) // as in the rows around it
            setOnCheckedChangeListener(null)
            isChecked = all.settings.skipPractised
            setOnCheckedChangeListener { _, on -> change { setReminders(all.settings.copy(skipPractised = on), now()) } }
        }
        banners()
    }

    private var anyOn = false

    private fun banners() {
        val allowed = Notice(context).isSeen
        find<View>(R.id.not_allowed).showIf(anyOn && !allowed)
        val holds = context.holds().filter { it != Hold.NOTICES }
        find<View>(R.id.held).showIf(anyOn && holds.isNotEmpty())
        holds.firstOrNull()?.let { find<TextView>(R.id.held_why).setText(it.what) }
    }

    private fun rules(all: Reminders) {
        val list = find<ListCard>(R.id.rules)
        list.removeAllViews()
        if (all.rules.isEmpty()) list.suggest() else all.rules.forEach { row -> list.add(row, { switch(row.rule, it) }) { go(ReminderRoute(row.rule.id)) } }
    }

    /** One to turn on or to change; it is nobody's before that. */
    private fun ListCard.suggest() {
        val id = kept.getString(SUGGESTED) ?: UUID.randomUUID().toString().also { kept.putString(SUGGESTED, it) }
        val rule = firstRule(id, texts)
        add(ReminderRow(rule.copy(on = false), texts.first().text, null, false), {
            allow()
            change { saveReminder(rule, now()) }
        }) { go(ReminderRoute(id)) }
    }

    private fun ListCard.add(row: ReminderRow, switch: (Boolean) -> Unit, open: () -> Unit) {
        val view = LayoutInflater.from(context).inflate(R.layout.reminder_row, this, false)
        val time = row.rule.time.clock(context)
        val days = context.days(row.rule.weekdays)
        view.findViewById<TextView>(R.id.rule_time).text = time
        view.findViewById<TextView>(R.id.rule_words).text = text(if (row.silent) R.string.silent_line else R.string.reminder_line, days, row.text)
        view.findViewById<TextView>(R.id.rule_tells).run {
            showIf(row.tells != null)
            text = row.tells?.let { text(R.string.tells, it) }
        }
        view.findViewById<View>(R.id.rule).setOnClickListener { open() }
        view.findViewById<Switch>(R.id.rule_on).run {
            id = View.generateViewId() // or the state of one would be given back to all of them
            contentDescription = text(R.string.remind_at, time, days)
            isChecked = row.rule.on
            setOnCheckedChangeListener { _, on -> switch(on) }
        }
        addView(view)
    }

    private fun switch(rule: ReminderRule, on: Boolean) {
        if (on) allow()
        change { switchReminder(rule.id, on, now()) }
    }

    private fun test() {
        allow()
        Notice(context).run {
            if (isSeen) show(words)
            find<View>(R.id.sent).showIf(isSeen)
        }
    }

    /** The system asks, from API 33 on: not before somebody wants to be reminded. */
    private fun allow() = activity.askToRemind()

    private fun noticeSettings() =
        if (Build.VERSION.SDK_INT >= 26) Intent(Settings.ACTION_APP_NOTIFICATION_SETTINGS).putExtra(Settings.EXTRA_APP_PACKAGE, context.packageName)
        else Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", context.packageName, null))

    private companion object { const val SUGGESTED = "suggested" }
}

internal fun android.app.Activity.askToRemind() {
    if (Build.VERSION.SDK_INT < 33 || checkSelfPermission(POST_NOTIFICATIONS) == PackageManager.PERMISSION_GRANTED) return
    requestPermissions(arrayOf(POST_NOTIFICATIONS), 0)
}

/** Such as `Mon, Wed, Fri`. */
internal fun android.content.Context.days(days: Set<DayOfWeek>): String =
    if (days.size == 7) getString(R.string.every_day) else week().filter(days::contains).joinToString(", ") { it.short() }

data object MostADayRoute : Route {
    override fun screen() = MostADayScreen()
}

class MostADayScreen : PickOneScreen(R.string.most_title, R.string.most_more) {
    override fun open() = ask { reminder().reminders(now()).settings } show { settings ->
        rows((1..8).toList(), settings.mostADay.toInt(), { "%d".format(it) }) { most ->
            ask { reminder().setReminders(settings.copy(mostADay = most.toUByte()), now()) } show {
                app.layPlan()
                activity.goBack()
            }
        }
    }
}
