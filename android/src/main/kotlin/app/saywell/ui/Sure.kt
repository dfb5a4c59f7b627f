package app.saywell.ui

import android.view.View
import android.widget.TextView
import app.saywell.R

/** Asks before what cannot be undone, in place of [choices]. Keeping comes first. */
class Sure(private val page: Page, private val choices: View?, private val kept: () -> Unit) {
    private val card = page.findViewById<View>(R.id.sure)

    fun ask(words: String, action: Int = R.string.delete_it, delete: () -> Unit) {
        card.showIf(true)
        choices?.showIf(false)
        page.findViewById<TextView>(R.id.sure_words).text = words
        page.findViewById<TextView>(R.id.delete).setText(action)
        page.findViewById<View>(R.id.keep).setOnClickListener {
            card.showIf(false)
            choices?.showIf(true)
            kept()
        }
        page.findViewById<View>(R.id.delete).setOnClickListener { page.once(delete) }
        page.post { card.requestRectangleOnScreen(android.graphics.Rect(0, 0, card.width, card.height)) }
    }
}
