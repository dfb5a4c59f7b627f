/**
 * The PEP helper: a few questions, one at a time, and what to do. Which question follows and what to say is core's. What was picked is never
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
import app.saywell.onTheWall
import app.saywell.ui.Choice
import app.saywell.ui.ChoiceRow
import app.saywell.ui.dayInWords
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.DayPart
import org.saywell.engine.PepAsk
import org.saywell.engine.PepChoice
import org.saywell.engine.PepQuestions
import org.saywell.engine.PepStep
import org.saywell.engine.PepTexts
import org.saywell.engine.PepWhen
import java.time.LocalDate
import java.time.OffsetDateTime

class PepScreen : Screen(R.layout.help_pep) {
    /** A row from 0 for each question that was asked, for the hours the hours; [NONE] where the person went on without an answer. */
    private var picks: List<Int>
        get() = kept.getIntegerArrayList(PICKS).orEmpty()
        set(value) = kept.putIntegerArrayList(PICKS, ArrayList(value))

    private class Answer(val texts: PepTexts?, val step: PepStep)

    private val hours get() = find<EditText>(R.id.hours)

    override fun open() {
        if (!kept.containsKey(BEGAN)) kept.putString(BEGAN, "${now()}")
        find<View>(R.id.skip).setOnClickListener { pick(NONE) }
        find<View>(R.id.hours_known).setOnClickListener { pickHours() }
        hours.setText(kept.getString(TYPED))
        hours.addTextChangedListener(object : TextWatcher {
            override fun afterTextChanged(text: Editable) = kept.putString(TYPED, text.toString())
            override fun beforeTextChanged(text: CharSequence, start: Int, count: Int, after: Int) = Unit
            override fun onTextChanged(text: CharSequence, start: Int, before: Int, count: Int) = Unit
        })
        step()
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
        val said = picks.map { if (it == NONE) null else it.toUShort() }
        val began = OffsetDateTime.parse(kept.getString(BEGAN))
        val zone = app.clock.zone.onTheWall()
        ask { Answer(help().helpCards().firstNotNullOfOrNull { it.pep }, help().pepStep(said, began, now(), zone)) } show { answer ->
            val texts = answer.texts ?: return@show activity.goBack() // the course was exchanged
            find<ScrollView>(R.id.scroll).scrollTo(0, 0)
            find<View>(R.id.asking).showIf(answer.step is PepStep.Ask)
            find<View>(R.id.advice).showIf(answer.step is PepStep.Advise)
            when (val step = answer.step) {
                is PepStep.Ask -> question(texts.ask, step)
                is PepStep.Advise -> PepAdvicePage(page, ::go) { changeTime(step) }.show(step.advice, texts.limitHours.toInt(), step.`when`?.`when`?.let(::inWords))
            }
        }
    }

    private fun question(from: PepQuestions, step: PepStep.Ask) {
        find<TextView>(R.id.question).run { text = question(from, step.ask); setHeading() }
        find<View>(R.id.hours_area).showIf(step.ask == PepAsk.HOURS)
        find<View>(R.id.skip).showIf(step.maySkip)
        val choices = find<ViewGroup>(R.id.choices)
        choices.removeAllViews()
        step.choices.forEachIndexed { row, choice ->
            val words = inWords(from, choice)
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

    private fun inWords(from: PepQuestions, choice: PepChoice): String = when (choice) {
        is PepChoice.Yes -> text(R.string.yes)
        is PepChoice.No -> text(R.string.no)
        is PepChoice.NotSure -> text(R.string.not_sure)
        is PepChoice.Sex -> from.contactSex.plain()
        is PepChoice.Works -> from.contactWorks.plain()
        is PepChoice.Touch -> from.contactTouch.plain()
        is PepChoice.Other -> from.contactOther.plain()
        is PepChoice.KnowsHours -> text(R.string.know_hours)
        is PepChoice.KnowsDay -> text(R.string.know_day)
        is PepChoice.OnDay -> dayName(choice.day, choice.daysBack)
        is PepChoice.LongerAgo -> text(R.string.longer_ago)
        is PepChoice.InPart -> text(partName(choice.part))
    }

    private fun inWords(said: PepWhen): String = when (said) {
        is PepWhen.NotSure -> text(R.string.not_sure)
        is PepWhen.HoursAgo -> count(R.plurals.hours_ago, said.hours.toInt(), said.hours.toInt())
        is PepWhen.LongerAgo -> text(R.string.longer_ago)
        is PepWhen.OnDay -> listOfNotNull(dayName(said.day, said.daysBack), said.part?.let { text(partName(it)) }).joinToString(", ")
    }

    private fun dayName(day: LocalDate, daysBack: UByte) = when (daysBack.toInt()) {
        0 -> text(R.string.today, day.dayInWords())
        1 -> text(R.string.yesterday, day.dayInWords())
        else -> day.dayInWords()
    }

    private fun partName(part: DayPart) = when (part) {
        DayPart.NIGHT -> R.string.at_night
        DayPart.MORNING -> R.string.in_the_morning
        DayPart.AFTERNOON -> R.string.in_the_afternoon
        DayPart.EVENING -> R.string.in_the_evening
        DayPart.WHOLE -> R.string.any_part
    }

    private fun changeTime(step: PepStep.Advise) {
        picks = picks.take(step.`when`?.picksBefore?.toInt() ?: return)
        step()
    }

    private companion object {
        /** Went on without an answer. */
        const val NONE = -1
        const val PICKS = "picks"
        const val TYPED = "typed"
        const val BEGAN = "began"
    }
}
