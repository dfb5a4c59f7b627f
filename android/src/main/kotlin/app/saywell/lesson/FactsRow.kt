package app.saywell.lesson

import android.content.Context
import android.util.AttributeSet
import android.widget.LinearLayout
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.month
import app.saywell.ui.showIf
import org.saywell.engine.Facts

/** Who has checked what a page says, and the way to where it comes from. Gone where nothing is claimed. */
class FactsRow(context: Context, attrs: AttributeSet?) : LinearLayout(context, attrs) {
    init {
        orientation = VERTICAL
        inflate(context, R.layout.facts_row, this)
    }

    fun show(facts: Facts, open: () -> Unit) {
        showIf(facts.claims.isNotEmpty())
        findViewById<TextView>(R.id.review_title).setText(if (facts.approved) R.string.approved else R.string.not_approved)
        findViewById<TextView>(R.id.sources).text = when {
            facts.outOfDate -> context.getString(R.string.checking_again)
            else -> facts.checked?.let { context.getString(R.string.see_sources, it.month()) } ?: context.getString(R.string.see_sources_only)
        }
        findViewById<android.view.View>(R.id.review).setOnClickListener { open() }
    }
}
