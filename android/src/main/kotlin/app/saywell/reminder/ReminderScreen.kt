/** One reminder: at what time, on which days, with which words. */
package app.saywell.reminder

import android.graphics.Rect
import android.text.Editable
import android.text.TextWatcher
import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.LinearLayout.LayoutParams
import android.widget.RadioButton
import android.widget.RadioGroup
import android.widget.TextView
import android.widget.ToggleButton
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.Sure
import app.saywell.ui.TopBar
import app.saywell.ui.clock
import app.saywell.ui.letter
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import app.saywell.ui.week
import org.saywell.engine.ReminderRule
import org.saywell.engine.ReminderText
import org.saywell.engine.SaywellException
import org.saywell.engine.Wording
import java.time.DayOfWeek
import java.time.LocalTime
import java.time.format.TextStyle
import java.util.Locale

/** The rule with this id, or a new one that the shell gave it. */
data class ReminderRoute(val id: String) : Route {
    override fun screen() = ReminderScreen(this)
}

/** Nothing is saved before Save; until then all of it is in `kept`. */
class ReminderScreen(private val route: ReminderRoute) : Screen(R.layout.reminder_edit) {
    private class Answer(val rule: ReminderRule?, val texts: List<ReminderText>)

    private val time = lazy { TimeAsked(activity) }
    private val look = Runnable(::lookAtWords)
    private val own get() = find<EditText>(R.id.own)
    private val isOwn get() = kept.getString(TEXT) == null
    private var on = true

    override fun open() {
        find<TextView>(R.id.words_title).setHeading()
        find<View>(R.id.cancel).setOnClickListener { activity.goBack() }
        find<View>(R.id.save).setOnClickListener { save() }
        ask { Answer(reminder().reminders(now()).rules.firstOrNull { it.rule.id == route.id }?.rule, reminder().reminderTexts()) } show ::show
    }

    override fun close() {
        own.removeCallbacks(look)
        if (time.isInitialized()) time.value.close()
    }

    private fun show(answer: Answer) {
        val rule = answer.rule ?: firstRule(route.id, answer.texts)
        on = rule.on
        if (!kept.containsKey(TIME)) keep(rule)
        find<TopBar>(R.id.top).run {
            title = text(if (answer.rule == null) R.string.add_reminder else R.string.edit_reminder)
            action.showIf(answer.rule != null)
            action.setOnClickListener { delete() }
        }
        time()
        days()
        words(answer.texts)
    }

    private fun keep(rule: ReminderRule) {
        kept.putString(TIME, "${rule.time}")
        kept.putStringArrayList(DAYS, rule.weekdays.mapTo(ArrayList(), DayOfWeek::name))
        when (val wording = rule.wording) {
            is Wording.Listed -> kept.putString(TEXT, wording.id)
            is Wording.Own -> kept.putString(OWN, wording.text)
        }
    }

    private fun time(): Unit = find<Button>(R.id.time).run {
        val known = LocalTime.parse(kept.getString(TIME))
        text = known.clock(context)
        contentDescription = text(R.string.time_of_reminder, text)
        setOnClickListener {
            time.value.ask(known) {
                kept.putString(TIME, "$it")
                time()
            }
        }
    }

    /** Side by side; on the narrowest phones in two rows, so that each keeps its 48 dp. */
    private fun days() {
        val rows = find<LinearLayout>(R.id.days)
        val narrow = context.resources.configuration.screenWidthDp < 352
        val touch = context.resources.getDimensionPixelSize(R.dimen.touch)
        for (days in week().chunked(if (narrow) 4 else 7)) {
            val row = LinearLayout(context)
            days.forEach { row.addView(day(it, row), if (narrow) LayoutParams(touch, touch) else LayoutParams(0, touch, 1f)) }
            rows.addView(row)
        }
    }

    private fun day(day: DayOfWeek, row: ViewGroup) = (LayoutInflater.from(context).inflate(R.layout.reminder_day, row, false) as ToggleButton).apply {
        setBackgroundResource(R.drawable.day)
        textOn = day.letter()
        textOff = day.letter()
        contentDescription = day.getDisplayName(TextStyle.FULL, Locale.getDefault())
        isChecked = day.name in kept.getStringArrayList(DAYS)!!
        setOnCheckedChangeListener { _, picked ->
            kept.getStringArrayList(DAYS)!!.run { if (picked) add(day.name) else remove(day.name) }
            mayBeSaved()
        }
    }

    private fun words(texts: List<ReminderText>) {
        val list = find<RadioGroup>(R.id.words_list)
        fun add(text: String, id: String?) {
            val row = LayoutInflater.from(context).inflate(R.layout.radio, list, false) as RadioButton
            row.id = View.generateViewId()
            row.text = text
            list.addView(row)
            if (kept.getString(TEXT) == id) list.check(row.id)
            row.setOnClickListener {
                kept.putString(TEXT, id)
                wordsPicked()
                if (id == null) own.requestFocus()
            }
        }
        for (text in texts) add(text.text, text.id)
        add(text(R.string.own_words), null)
        own.setText(kept.getString(OWN))
        own.addTextChangedListener(object : TextWatcher {
            override fun afterTextChanged(text: Editable) {
                kept.putString(OWN, "$text")
                wordsPicked()
            }
            override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit
            override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit
        })
        wordsPicked()
    }

    private fun wordsPicked() {
        own.showIf(isOwn)
        find<View>(R.id.tells).showIf(false)
        own.removeCallbacks(look)
        if (isOwn) own.postDelayed(look, 300)
        mayBeSaved()
    }

    /** Core warns; it forbids nothing. Asked beside the page, which must not wait while somebody types. */
    private fun lookAtWords() {
        val words = own.text.toString()
        app.vault.ask({ reminder().tellingWord(words) }) { answer ->
            val word = answer.getOrNull()
            if (words != own.text.toString()) return@ask
            find<TextView>(R.id.tells).run {
                showIf(word != null && isOwn)
                text = word?.let { text(R.string.tells, it) }
            }
        }
    }

    private fun mayBeSaved() {
        find<View>(R.id.save).isEnabled = kept.getStringArrayList(DAYS)!!.isNotEmpty() && (!isOwn || own.text.isNotBlank())
    }

    private fun save() {
        val wording = kept.getString(TEXT)?.let(Wording::Listed) ?: Wording.Own(own.text.toString())
        val days = kept.getStringArrayList(DAYS)!!.mapTo(mutableSetOf(), DayOfWeek::valueOf)
        val rule = ReminderRule(route.id, days, LocalTime.parse(kept.getString(TIME)), on, wording)
        ask { reminder().saveReminder(rule, now()) } show {
            app.layPlan()
            if (on) activity.askToRemind()
            activity.goBack()
        }
    }

    override fun refused(why: Throwable, again: () -> Unit) {
        if (why !is SaywellException.Invalid) return super.refused(why, again)
        page.answered()
        find<TextView>(R.id.tells).run {
            showIf(true)
            setText(if (why.field == "reminders") R.string.at_most_eight else R.string.words_rule)
            requestRectangleOnScreen(Rect(0, 0, width, height))
        }
    }

    private fun delete() = Sure(page, null) {}.ask(text(R.string.delete_reminder_sure)) {
        ask { reminder().deleteReminder(route.id, now()) } show {
            app.layPlan()
            activity.goBack()
        }
    }

    private companion object {
        const val TIME = "time"
        const val DAYS = "days"

        /** The id of a listed text; none for words of one's own. */
        const val TEXT = "text"
        const val OWN = "own"
    }
}
