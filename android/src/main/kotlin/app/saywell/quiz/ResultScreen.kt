/** The end of a quiz: what went well, and what is worth another look. */
package app.saywell.quiz

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.QuizResult
import org.saywell.engine.QuizStep
import org.saywell.engine.TextSpan

class ResultScreen(private val route: ResultRoute) : Screen(R.layout.quiz_result) {
    override fun open() {
        find<View>(R.id.done).setOnClickListener { activity.goBack() }
        ask { quiz().quizStep(route.attempt) } show { step ->
            when (step) {
                is QuizStep.Finished -> show(step.result)
                is QuizStep.Question -> activity.replace(QuestionRoute(route.attempt)) // the course was exchanged, and asks more
            }
        }
    }

    private fun show(result: QuizResult) {
        val of = result.attempt.of.toInt()
        val again = result.anotherLook.size
        find<TextView>(R.id.title).run { text = count(R.plurals.went_through, of, of); setHeading() }
        find<TextView>(R.id.well).text = listOfNotNull(
            count(R.plurals.went_well, result.attempt.right.toInt(), result.attempt.right.toInt()),
            count(R.plurals.worth_another_look, again, again).takeIf { again > 0 },
        ).joinToString(" ")
        for (part in intArrayOf(R.id.again_title, R.id.again, R.id.comes_back)) find<View>(part).showIf(again > 0)
        find<View>(R.id.again_title).setHeading()
        result.anotherLook.forEach(::add)
    }

    private fun add(ask: List<TextSpan>) {
        val list = find<ViewGroup>(R.id.again)
        val row = LayoutInflater.from(context).inflate(R.layout.quiz_again, list, false)
        row.findViewById<TextView>(R.id.ask).text = ask.plain()
        list.addView(row)
    }
}
