/** Where a page's facts come from, and how far each is reviewed. */
package app.saywell.lesson

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.date
import app.saywell.ui.showIf
import org.saywell.engine.ClaimView
import org.saywell.engine.Review

/** By the ids of the claims, in the order of the text. */
data class SourcesRoute(val claims: ArrayList<String>) : Route {
    override fun screen() = SourcesScreen(this)
}

class SourcesScreen(private val route: SourcesRoute) : Screen(R.layout.lesson_sources) {
    override fun open() = ask { help().run { route.claims.map { claim(it, now()) } } } show { claims -> claims.forEach(::add) }

    private fun add(view: ClaimView) {
        val list = find<ViewGroup>(R.id.list)
        list.addView(LayoutInflater.from(context).inflate(R.layout.lesson_claim, list, false).apply { showClaim(view) })
    }
}

/** A fact on its card: what it says, who has checked it, and where it comes from. */
internal fun View.showClaim(view: ClaimView) {
    findViewById<TextView>(R.id.claim).text = view.claim.text
    findViewById<TextView>(R.id.status).setText(status(view.claim.review))
    findViewById<TextView>(R.id.sources).text =
        view.sources.joinToString("\n") { context.getString(R.string.source, it.publisher, it.title, it.dated) }.ifEmpty { context.getString(R.string.no_source) }
    findViewById<TextView>(R.id.checked).text = context.getString(R.string.checked_on, view.claim.checked.date())
    findViewById<View>(R.id.out_of_date).showIf(view.outOfDate)
}

private fun status(review: Review) = when (review) {
    Review.APPROVED -> R.string.approved
    Review.UNREVIEWED -> R.string.not_approved
    Review.NEEDS_CLINICIAN -> R.string.needs_clinician
}
