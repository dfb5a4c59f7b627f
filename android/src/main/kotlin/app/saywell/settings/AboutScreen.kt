package app.saywell.settings

import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.help.ClaimsRoute
import app.saywell.help.TermsRoute
import app.saywell.ui.setHeading

/** What is kept, what cannot be hidden, and which Saywell this is. */
class AboutScreen : Screen(R.layout.settings_about) {
    override fun open() {
        val parts = find<ViewGroup>(R.id.parts)
        for (i in 0 until parts.childCount step 2) (parts.getChildAt(i) as TextView).setHeading()
        find<View>(R.id.claims).setOnClickListener { go(ClaimsRoute) }
        find<View>(R.id.words).setOnClickListener { go(TermsRoute) }
        find<TextView>(R.id.version).text = text(R.string.version, context.packageManager.getPackageInfo(context.packageName, 0).versionName.orEmpty())
    }
}
