package app.saywell.help

import android.view.LayoutInflater
import android.view.View
import android.view.ViewGroup
import android.widget.BaseAdapter
import android.widget.ListView
import app.saywell.R
import app.saywell.Screen
import app.saywell.lesson.showClaim
import org.saywell.engine.ClaimView

/** Every fact of the course: what it says, where it comes from, when it was checked, and who has approved it. */
class ClaimsScreen : Screen(R.layout.help_claims) {
    override fun open() = ask { help().claims(now()) } show { claims ->
        val list = find<ListView>(R.id.list)
        list.addHeaderView(LayoutInflater.from(context).inflate(R.layout.help_claims_head, list, false), null, false)
        list.adapter = Claims(claims)
    }

    private class Claims(private val claims: List<ClaimView>) : BaseAdapter() {
        override fun getCount() = claims.size
        override fun getItem(at: Int) = claims[at]
        override fun getItemId(at: Int) = at.toLong()
        override fun isEnabled(at: Int) = false
        override fun areAllItemsEnabled() = false

        override fun getView(at: Int, old: View?, list: ViewGroup): View =
            (old ?: LayoutInflater.from(list.context).inflate(R.layout.lesson_claim, list, false)).apply { showClaim(claims[at]) }
    }
}
