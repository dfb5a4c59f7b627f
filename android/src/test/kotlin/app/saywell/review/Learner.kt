package app.saywell.review

import app.saywell.core
import app.saywell.lesson.readAll
import app.saywell.moment
import app.saywell.quiz.FIRST_QUIZ
import org.saywell.engine.QuizStep
import java.util.UUID

/** What someone did ten days ago: a quiz, with the first option each time. Its items and its techniques are due by now. */
fun learnSome() {
    core {
        val then = moment.minusDays(10)
        var step = quiz().openQuiz(FIRST_QUIZ, UUID.randomUUID().toString(), 1uL, then)
        while (step is QuizStep.Question) {
            val question = step.question
            if (question.number > 4u) break
            quiz().answerItem(question.attempt, question.item, listOf(question.options.first().id), then)
            step = quiz().quizStep(question.attempt)
        }
    }
    readAll("lesson/education", moment.minusDays(10))
}
