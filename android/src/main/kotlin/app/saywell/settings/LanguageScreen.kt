package app.saywell.settings

import app.saywell.R
import app.saywell.ui.PickOneScreen
import org.saywell.engine.Language
import org.saywell.engine.languageFor
import org.saywell.engine.languages

/** What the app speaks: pages and course. What was begun goes on in it. */
class LanguageScreen : PickOneScreen(R.string.language, R.string.language_more) {
    private class Answer(val all: List<Language>, val picked: Language?)

    override fun open() {
        val picked = app.look.language
        ask { Answer(languages(), picked?.let { languageFor(listOf(it)) }) } show ::show
    }

    private fun show(answer: Answer) = rows(listOf(null) + answer.all, answer.picked, { it?.name ?: text(R.string.language_as_phone) }) { language ->
        app.look.language = language?.tag
        activity.goBack()
        activity.recreate()
    }
}
