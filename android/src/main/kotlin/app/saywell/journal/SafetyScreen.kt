package app.saywell.journal

import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.help.HelpCardRoute
import app.saywell.ui.Choice
import app.saywell.ui.ChoiceRow
import app.saywell.ui.setHeading
import java.util.UUID

/** Is it safe to talk? Asked before each new plan. The answer is a door, and is kept nowhere. */
class SafetyScreen : Screen(R.layout.journal_safety) {
    override fun open() {
        find<TextView>(R.id.title).setHeading()
        answer(R.id.no, R.string.no) { activity.replace(MyPlanRoute(UUID.randomUUID().toString())) }
        answer(R.id.not_sure, R.string.not_sure) { go(HelpCardRoute(SAFE_TO_TALK)) }
        answer(R.id.yes, R.string.yes) { go(HelpCardRoute(SAFE_TO_TALK)) }
    }

    private fun answer(row: Int, words: Int, then: () -> Unit) = find<ChoiceRow>(row).run {
        show(Choice(text(words)))
        setOnClickListener { then() }
    }

    private companion object { const val SAFE_TO_TALK = "help/safe-to-talk" }
}
