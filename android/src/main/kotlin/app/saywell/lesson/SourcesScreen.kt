/** Where a page's facts come from, and how far each is reviewed. */
package app.saywell.lesson

import android.view.LayoutInflater
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.date
import app.saywell.ui.showIf
import org.saywell.engine.ClaimView
import org.saywell.engine.Review
import org.saywell.engine.Source

/** By the ids of the claims, in the order of the text. */
data class SourcesRoute(val claims: ArrayList<String>) : Route {
    override fun screen() = SourcesScreen(this)
}

class SourcesScreen(private val route: SourcesRoute) : Screen(R.layout.lesson_sources) {
    override fun open() = ask { help().run { route.claims.map { claim(it, now()) } } } show { claims -> claims.forEach(::add) }

    private fun add(view: ClaimView) {
        val list = find<ViewGroup>(R.id.list)
        val card = LayoutInflater.from(context).inflate(R.layout.lesson_claim, list, false)
        card.findViewById<TextView>(R.id.claim).text = view.claim.text
        card.findViewById<TextView>(R.id.status).setText(status(view.claim.review))
        card.findViewById<TextView>(R.id.sources).run {
            text = view.sources.joinToString("\n", transform = ::words).ifEmpty { text(R.string.no_source) }
        }
        card.findViewById<TextView>(R.id.checked).text = text(R.string.checked_on, view.claim.checked.date())
        card.findViewById<TextView>(R.id.out_of_date).showIf(view.outOfDate)
        list.addView(card)
    }

    private fun words(source: Source) = text(R.string.source, source.publisher, source.title, source.dated)

    private fun status(review: Review) = when (review) {
        Review.APPROVED -> R.string.approved
        Review.UNREVIEWED -> R.string.not_approved
        Review.NEEDS_CLINICIAN -> R.string.needs_clinician
    }
}
