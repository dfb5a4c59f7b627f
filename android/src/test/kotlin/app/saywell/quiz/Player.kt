package app.saywell.quiz

import app.saywell.core
import app.saywell.moment
import org.saywell.engine.Question
import org.saywell.engine.QuizFeedback
import org.saywell.engine.QuizResult
import org.saywell.engine.QuizStep
import java.util.UUID

const val FIRST_QUIZ = "quiz/talk-it-through"

/** What someone answered before: the first option each time, until an item is [wanted]. */
fun playTo(quiz: String, wanted: (Question) -> Boolean): Question = core {
    val quizzes = quiz()
    var step = quizzes.openQuiz(quiz, UUID.randomUUID().toString(), 1uL, moment)
    while (true) {
        val question = (step as QuizStep.Question).question
        if (wanted(question)) return@core question
        quizzes.answerItem(question.attempt, question.item, listOf(question.options.first().id), moment)
        step = quizzes.quizStep(question.attempt)
    }
    @Suppress("UNREACHABLE_CODE")
    error("no such item")
}

/** A whole attempt; [answer] says which options are picked. */
fun playAll(quiz: String, answer: (Question) -> List<String> = { listOf(it.options.first().id) }, heard: (QuizFeedback) -> Unit = {}): QuizResult = core {
    val quizzes = quiz()
    var step = quizzes.beginQuizAnew(quiz, UUID.randomUUID().toString(), 1uL, moment)
    while (step is QuizStep.Question) {
        val question = step.question
        heard(quizzes.answerItem(question.attempt, question.item, answer(question), moment))
        step = quizzes.quizStep(question.attempt)
    }
    (step as QuizStep.Finished).result
}

/** An attempt in which all went well: the reasons of an earlier one say what fits. */
fun playWell(quiz: String): QuizResult {
    val fits = mutableMapOf<String, List<String>>()
    playAll(quiz, heard = { said -> fits[said.item] = said.options.filter { it.right }.map { it.id } })
    return playAll(quiz, { fits.getValue(it.item) })
}
