/** A quiz on its way: an item, what its answers came to, and the next one. */
package app.saywell.quiz

import android.widget.Button
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.Segments
import app.saywell.ui.TopBar
import org.saywell.engine.Question
import org.saywell.engine.QuizFeedback
import org.saywell.engine.QuizStep
import org.saywell.engine.SaywellException

class QuestionScreen(private val route: QuestionRoute) : Screen(R.layout.quiz_question) {
    private lateinit var item: ItemOnPage
    private val next get() = find<Button>(R.id.next)

    override fun open() {
        item = ItemOnPage(page, kept, ::go) { next.isEnabled = item.picked.isNotEmpty() }
        // The same answer again has the same feedback: so it comes back after a turn or a death.
        if (kept.getBoolean(ANSWERED)) answer() else step()
    }

    private fun step() = ask { quiz().quizStep(route.attempt) } show { step ->
        when (step) {
            is QuizStep.Question -> show(step.question)
            is QuizStep.Finished -> activity.replace(ResultRoute(route.attempt))
        }
    }

    private fun show(question: Question) {
        kept.putInt(NUMBER, question.number.toInt())
        kept.putInt(OF, question.of.toInt())
        place()
        item.ask(question.item, question.kind, question.ask, question.options)
        next.run {
            setText(R.string.check)
            isEnabled = item.picked.isNotEmpty()
            setOnClickListener { answer() }
        }
    }

    private fun answer() {
        val (id, picked) = item.item to item.picked
        ask { quiz().answerItem(route.attempt, id, picked, now()) } show ::show
    }

    private fun show(feedback: QuizFeedback) {
        kept.putBoolean(ANSWERED, true)
        place()
        item.said(feedback)
        next.run {
            setText(if (kept.getInt(NUMBER) < kept.getInt(OF)) R.string.next_question else R.string.see_result)
            isEnabled = true
            setOnClickListener { forget(); step() }
        }
    }

    private fun place() {
        find<TopBar>(R.id.top).title = text(R.string.question_of, kept.getInt(NUMBER), kept.getInt(OF))
        find<Segments>(R.id.segments).show(kept.getInt(NUMBER), kept.getInt(OF))
    }

    private fun forget() {
        kept.remove(ANSWERED)
        item.forget()
    }

    /** The attempt went on elsewhere: it is shown where it stands now. If it was left for a new one, this page has nothing to show. */
    override fun refused(why: Throwable, again: () -> Unit) {
        if (why !is SaywellException.OutOfDate) return super.refused(why, again)
        if (item.picked.isEmpty()) return activity.goBack()
        forget()
        activity.reopen()
    }

    private companion object {
        const val ANSWERED = "answered"
        const val NUMBER = "number"
        const val OF = "of"
    }
}
