package app.saywell.journal

import android.os.Bundle
import android.view.View
import app.saywell.R
import app.saywell.ui.Page
import app.saywell.ui.showIf

/** *Delete*, and the question before it, which begins at *Keep it*. It stands on the page, so that *Exit* stays in reach. */
class DeleteFooter(private val page: Page, private val kept: Bundle, delete: () -> Unit) {
    private val ask = page.findViewById<View>(R.id.delete)
    private val sure = page.findViewById<View>(R.id.sure)
    private val keep = page.findViewById<View>(R.id.keep)

    init {
        ask.setOnClickListener { asked(true); keep.requestFocus() }
        keep.setOnClickListener { asked(false) }
        page.findViewById<View>(R.id.delete_it).setOnClickListener { page.once { kept.remove(ASKED); delete() } }
        show(false)
    }

    /** Nothing can be deleted before it is there. */
    fun show(isThere: Boolean) {
        val asked = isThere && kept.getBoolean(ASKED)
        ask.showIf(isThere && !asked)
        sure.showIf(asked)
    }

    /** Back answers the question with *Keep it*. */
    fun back() = kept.getBoolean(ASKED).also { if (it) asked(false) }

    private fun asked(asked: Boolean) {
        kept.putBoolean(ASKED, asked)
        show(true)
    }

    private companion object { const val ASKED = "delete" }
}
