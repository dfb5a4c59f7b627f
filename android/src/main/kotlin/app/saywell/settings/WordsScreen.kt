/** A few words and one thing to do, or a question that begins at *Keep it*. */
package app.saywell.settings

import android.view.View
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.Sure
import app.saywell.ui.setHeading
import app.saywell.ui.showIf

abstract class WordsScreen : Screen(R.layout.settings_words) {
    protected fun say(title: String, words: String, action: Int, act: () -> Unit) {
        words(title, words)
        find<View>(R.id.choices).showIf(true)
        find<View>(R.id.sure).showIf(false)
        find<Button>(R.id.act).run { setText(action); setOnClickListener { page.once(act) } }
    }

    /** [Sure], from the start; keeping goes back. */
    protected fun askFirst(title: String, words: String, sure: String, action: Int = R.string.delete_it, act: () -> Unit) {
        words(title, words)
        Sure(page, find(R.id.choices), activity::goBack).ask(sure, action, act)
    }

    private fun words(title: String, words: String) {
        find<TextView>(R.id.title).run { text = title; setHeading() }
        find<TextView>(R.id.words).text = words
    }
}
