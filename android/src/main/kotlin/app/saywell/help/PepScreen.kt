/**
 * The PEP helper: a few questions, one at a time, and what to do. The hours are core's; nothing is counted here. What was picked is never
 * stored: it is in the memory of the phone until the page is left, so that a turn does not lose it.
 */
package app.saywell.help

import android.text.Editable
import android.text.TextWatcher
import android.view.View
import android.view.ViewGroup
import android.view.ViewGroup.LayoutParams.MATCH_PARENT
import android.view.ViewGroup.LayoutParams.WRAP_CONTENT
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.ScrollView
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.Choice
import app.saywell.ui.ChoiceRow
import app.saywell.ui.dayInWords
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.PepQuestions
import org.saywell.engine.PepTexts
import java.time.LocalDate

class PepScreen : Screen(R.layout.help_pep) {
    private var picks: List<Int>
        get() = kept.getIntegerArrayList(PICKS).orEmpty()
        set(value) = kept.putIntegerArrayList(PICKS, ArrayList(value))

    private lateinit var texts: PepTexts

    private val hours get() = find<EditText>(R.id.hours)

    private val path get() = PepPath(picks, LocalDate.ofEpochDay(kept.getLong(BEGAN)), now(), app.clock.zone)

    override fun open() {
        if (!kept.containsKey(BEGAN)) kept.putLong(BEGAN, now().toLocalDate().toEpochDay())
        find<View>(R.id.skip).setOnClickListener { pick(PepPath.NONE) }
        find<View>(R.id.hours_known).setOnClickListener { pickHours() }
        ask { help().helpCards() } show { cards ->
            texts = cards.firstNotNullOfOrNull { it.pep } ?: return@show activity.goBack() // the course was exchanged
            hours.setText(kept.getString(TYPED))
            hours.addTextChangedListener(object : TextWatcher {
                override fun afterTextChanged(text: Editable) = kept.putString(TYPED, text.toString())
                override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit
                override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit
            })
            step()
        }
    }

    /** One question back; before the first one the page is left. */
    override fun back(): Boolean {
        if (picks.isEmpty()) return false
        picks = picks.dropLast(1)
        step()
        return true
    }

    private fun pick(row: Int) {
        picks = picks + row
        hours.text = null
        step()
    }

    private fun pickHours() {
        pick(hours.text.toString().toIntOrNull() ?: return)
    }

    private fun step() {
        find<ScrollView>(R.id.scroll).scrollTo(0, 0)
        val open = path.open
        find<View>(R.id.asking).showIf(open != null)
        find<View>(R.id.advice).showIf(open == null)
        if (open == null) advise() else question(open)
    }

    private fun question(ask: PepAsk) {
        find<TextView>(R.id.question).run { text = question(texts.ask, ask); setHeading() }
        find<View>(R.id.hours_area).showIf(ask == PepAsk.HOURS)
        find<View>(R.id.skip).showIf(ask != PepAsk.STATUS && ask != PepAsk.CONTACT)
        val choices = find<ViewGroup>(R.id.choices)
        choices.removeAllViews()
        rows(texts.ask, ask).forEachIndexed { row, words ->
            choices.addView(ChoiceRow(context).apply { show(Choice(words)); setOnClickListener { pick(row) } }, LinearLayout.LayoutParams(MATCH_PARENT, WRAP_CONTENT))
        }
    }

    private fun question(from: PepQuestions, ask: PepAsk) = when (ask) {
        PepAsk.STATUS -> from.status.plain()
        PepAsk.CONTACT -> from.contact.plain()
        PepAsk.WHEN -> from.`when`.plain()
        PepAsk.HOURS -> text(R.string.how_many_hours)
        PepAsk.DAY -> text(R.string.which_day)
        PepAsk.PART -> text(R.string.which_part)
        PepAsk.FORCED -> from.forced.plain()
        PepAsk.UNDETECTABLE -> from.undetectable.plain()
        PepAsk.PREP -> from.prep.plain()
        PepAsk.PREGNANT -> from.pregnant.plain()
    }

    /** In the order of [PepPath]. */
    private fun rows(from: PepQuestions, ask: PepAsk): List<String> = when (ask) {
        PepAsk.STATUS -> listOf(text(R.string.yes), text(R.string.no), text(R.string.not_sure))
        PepAsk.CONTACT -> listOf(from.contactSex, from.contactWorks, from.contactTouch, from.contactOther).map { it.plain() }
        PepAsk.WHEN -> listOf(text(R.string.know_hours), text(R.string.know_day))
        PepAsk.HOURS -> emptyList()
        PepAsk.DAY -> path.days.mapIndexed { back, day -> dayName(back, day) } + text(R.string.longer_ago)
        PepAsk.PART -> path.parts.map { text(partName(it)) }
        else -> listOf(text(R.string.yes), text(R.string.no))
    }

    private fun dayName(back: Int, day: LocalDate) = when (back) {
        0 -> text(R.string.today, day.dayInWords())
        1 -> text(R.string.yesterday, day.dayInWords())
        else -> day.dayInWords()
    }

    private fun partName(part: DayPart) = when (part) {
        DayPart.NIGHT -> R.string.at_night
        DayPart.MORNING -> R.string.in_the_morning
        DayPart.AFTERNOON -> R.string.in_the_afternoon
        DayPart.EVENING -> R.string.in_the_evening
        DayPart.ANY -> R.string.any_part
    }

    private fun advise() {
        val answers = path.answers()
        ask { help().pepAdvice(answers, now()) } show { advice ->
            PepAdvicePage(page, ::go) { changeTime() }.show(advice, texts.limitHours.toInt(), whenInWords())
        }
    }

    /** As the person said it; nothing if they were not asked. */
    private fun whenInWords(): String? {
        val said = path
        val hours = said.picked(PepAsk.HOURS)
        val row = said.picked(PepAsk.DAY)
        return when {
            PepAsk.WHEN !in said.asked -> null
            hours != null -> count(R.plurals.hours_ago, hours, hours)
            row == null -> text(R.string.not_sure)
            row > PepPath.DAYS -> text(R.string.longer_ago)
            else -> listOfNotNull(dayName(row, said.days[row]), said.picked(PepAsk.PART)?.let { text(partName(said.parts[it])) }).joinToString(", ")
        }
    }

    private fun changeTime() {
        picks = picks.take(path.before(PepAsk.WHEN))
        step()
    }

    private companion object {
        const val PICKS = "picks"
        const val TYPED = "typed"
        const val BEGAN = "began"
    }
}
