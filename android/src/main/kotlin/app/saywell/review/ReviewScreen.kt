/** Looking back: what comes up again today, one thing at a time. */
package app.saywell.review

import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.lesson.FactsRow
import app.saywell.lesson.SourcesRoute
import app.saywell.quiz.ItemOnPage
import app.saywell.routeTo
import app.saywell.ui.TopBar
import app.saywell.ui.addWords
import app.saywell.ui.dayInWords
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.QuizFeedback
import org.saywell.engine.ReviewAsk
import org.saywell.engine.ReviewStep
import org.saywell.engine.SaywellException
import java.time.OffsetDateTime

data object ReviewRoute : Route {
    override fun screen() = ReviewScreen()
}

class ReviewScreen : Screen(R.layout.review) {
    private lateinit var item: ItemOnPage
    private val next get() = find<Button>(R.id.next)
    private val answer get() = find<ViewGroup>(R.id.answer)

    override fun open() {
        item = ItemOnPage(page, kept, ::go) { next.isEnabled = item.picked.isNotEmpty() }
        // The same answer at the same moment has the same feedback: so it comes back after a turn or a death.
        val answered = kept.getString(ANSWERED)
        if (answered != null) answer(OffsetDateTime.parse(answered)) else step()
    }

    private fun step() = ask { review().reviewStep(now()) } show ::show

    private fun show(step: ReviewStep) {
        kept.putInt(DUE, step.due.toInt())
        head()
        answer.removeAllViews()
        parts(next = true)
        when (val ask = step.ask) {
            is ReviewAsk.Item -> show(ask)
            is ReviewAsk.Technique -> if (kept.getString(SEEN) == ask.technique) answer(ask) else show(ask)
            null -> nothingDue(step)
        }
    }

    /** What is left today, the one on the page counted. */
    private fun head() {
        val due = kept.getInt(DUE)
        find<TopBar>(R.id.top).title = text(R.string.look_back)
        find<TextView>(R.id.left_today).run { showIf(due > 0); text = count(R.plurals.left_today, due, due) }
    }

    private fun show(ask: ReviewAsk.Item) {
        item.ask(ask.item, ask.kind, ask.ask, ask.options)
        next.run {
            setText(R.string.check)
            isEnabled = item.picked.isNotEmpty()
            setOnClickListener { answer(now()) }
        }
    }

    private fun answer(at: OffsetDateTime) {
        val (id, picked) = item.item to item.picked
        ask { review().answerReview(id, picked, at) } show { feedback ->
            kept.putString(ANSWERED, "$at")
            show(feedback)
        }
    }

    private fun show(feedback: QuizFeedback) {
        head()
        parts(next = true)
        item.said(feedback)
        next.run {
            setText(R.string.go_on)
            isEnabled = true
            setOnClickListener { forget(); step() }
        }
    }

    private fun forget() {
        kept.remove(ANSWERED)
        item.forget()
    }

    /** The course was exchanged, or it was answered elsewhere: what is due now is shown. */
    override fun refused(why: Throwable, again: () -> Unit) {
        if (kept.getString(ANSWERED) == null || why !is SaywellException.OutOfDate && why !is SaywellException.NotFound) return super.refused(why, again)
        forget()
        activity.reopen()
    }

    /** The name and the question; the answer is shown when the person asks for it. */
    private fun show(ask: ReviewAsk.Technique) {
        head(ask)
        next.run {
            setText(R.string.see_answer)
            isEnabled = true
            setOnClickListener { kept.putString(SEEN, ask.technique); answer(ask) }
        }
    }

    private fun head(ask: ReviewAsk.Technique) {
        find<TextView>(R.id.question).run { text = ask.name; setHeading() }
        answer.removeAllViews()
        answer.addWords(R.layout.paragraph, ask.ask, ::open, 0f)
    }

    private fun answer(ask: ReviewAsk.Technique) {
        head(ask)
        answer.addWords(R.layout.review_answer, ask.answer, ::open, 16f)
        find<FactsRow>(R.id.facts).show(ask.facts) { go(SourcesRoute(ArrayList(ask.facts.claims))) }
        parts(next = false)
        find<View>(R.id.came).setOnClickListener { rate(ask, true) }
        find<View>(R.id.did_not).setOnClickListener { rate(ask, false) }
    }

    private fun rate(ask: ReviewAsk.Technique, recalled: Boolean) {
        ask { review().rateTechnique(ask.technique, recalled, now()) } show { step ->
            kept.remove(SEEN)
            show(step)
        }
    }

    private fun nothingDue(step: ReviewStep) {
        find<TextView>(R.id.question).run { setText(R.string.nothing_due); setHeading() }
        val day = step.nextDay
        answer.addWords(R.layout.paragraph, listOf(org.saywell.engine.TextSpan.Text(if (day == null) text(R.string.comes_here) else text(R.string.next_on, day.dayInWords()))), ::open, 0f)
        next.run {
            setText(R.string.done)
            isEnabled = true
            setOnClickListener { activity.goBack() }
        }
    }

    /** The one button, or the two that say whether it came to mind; nothing of the step before. */
    private fun parts(next: Boolean) {
        this.next.showIf(next)
        find<View>(R.id.did_it_come).showIf(!next)
        if (!next) return
        find<ViewGroup>(R.id.choices).removeAllViews()
        find<View>(R.id.how).showIf(false)
        find<View>(R.id.facts).showIf(false)
    }

    private fun open(id: String) { routeTo(id)?.let(::go) }

    private companion object {
        const val ANSWERED = "answered"
        const val DUE = "due"
        const val SEEN = "seen"
    }
}
