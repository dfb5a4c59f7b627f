/** The quizzes, and the page from which one is begun, gone on with, or looked back at. */
package app.saywell.quiz

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.lesson.addRow
import app.saywell.ui.ListCard
import app.saywell.ui.Tone
import app.saywell.ui.date
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Attempt
import org.saywell.engine.QuizRow
import org.saywell.engine.QuizStep
import org.saywell.engine.Saywell
import java.security.SecureRandom
import java.util.UUID

class QuizzesScreen : Screen(R.layout.quiz_list) {
    override fun open() = ask { quiz().quizzes() } show { quizzes ->
        val list = find<ListCard>(R.id.list)
        for (quiz in quizzes) list.addRow().run {
            title = quiz.title
            detail = standing(quiz)
            icon(R.drawable.ic_learn, Tone.LAKE)
            setOnClickListener { go(QuizRoute(quiz.id)) }
        }
    }

    private fun standing(quiz: QuizRow): String {
        val answered = quiz.answered
        val last = quiz.last
        return when {
            answered != null -> text(R.string.answered_of, answered.toInt(), quiz.items.toInt())
            last != null -> text(R.string.last_time, text(R.string.went_well_of, last.right.toInt(), last.of.toInt()))
            else -> count(R.plurals.questions, quiz.items.toInt(), quiz.items.toInt())
        }
    }
}

class QuizScreen(private val route: QuizRoute) : Screen(R.layout.quiz) {
    private class Stand(val quiz: QuizRow?, val history: List<Attempt>)

    override fun open() = ask { quiz().run { Stand(quizzes().find { it.id == route.id }, quizHistory(route.id, HISTORY)) } } show ::show

    private fun show(stand: Stand) {
        val quiz = stand.quiz ?: return activity.goBack() // the course was exchanged
        val answered = quiz.answered
        find<TextView>(R.id.title).run { text = quiz.title; setHeading() }
        find<TextView>(R.id.standing).text =
            if (answered == null) count(R.plurals.questions, quiz.items.toInt(), quiz.items.toInt())
            else text(R.string.answered_of, answered.toInt(), quiz.items.toInt())
        find<View>(R.id.no_score).showIf(answered == null && quiz.last == null)
        find<Button>(R.id.begin).run {
            setText(if (answered == null) R.string.begin else R.string.go_on)
            setOnClickListener { begin { fresh, seed -> quiz().openQuiz(route.id, fresh, seed, now()) } }
        }
        find<View>(R.id.anew).run {
            showIf(answered != null)
            setOnClickListener { begin { fresh, seed -> quiz().beginQuizAnew(route.id, fresh, seed, now()) } }
        }
        find<View>(R.id.history_title).run { showIf(stand.history.isNotEmpty()); setHeading() }
        find<View>(R.id.history).showIf(stand.history.isNotEmpty())
        stand.history.forEach(::add)
    }

    private fun add(attempt: Attempt) {
        val list = find<ViewGroup>(R.id.history)
        val line = LayoutInflater.from(context).inflate(R.layout.quiz_attempt, list, false) as TextView
        line.text = text(R.string.on_day, attempt.started.toLocalDate().date(), text(R.string.went_well_of, attempt.right.toInt(), attempt.of.toInt()))
        list.addView(line)
    }

    private fun begin(verb: Saywell.(fresh: String, seed: ULong) -> QuizStep) = page.once {
        val fresh = UUID.randomUUID().toString()
        val seed = SecureRandom().nextLong().toULong()
        ask { verb(fresh, seed) } show { step ->
            when (step) {
                is QuizStep.Question -> go(QuestionRoute(step.question.attempt))
                is QuizStep.Finished -> go(ResultRoute(step.result.attempt.id))
            }
        }
    }

    private companion object {
        /** How many earlier attempts are shown. */
        const val HISTORY = 10u
    }
}
