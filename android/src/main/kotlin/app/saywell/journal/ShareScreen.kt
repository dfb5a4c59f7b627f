package app.saywell.journal

import android.content.Intent
import android.view.View
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.setHeading

/** A plan as the text that would leave the app, and who could read it then. It leaves by the system's share sheet, if the person says so. */
class ShareScreen(private val route: ShareRoute) : Screen(R.layout.journal_share) {
    override fun open() {
        find<TextView>(R.id.title).setHeading()
        find<View>(R.id.keep).setOnClickListener { activity.goBack() }
        ask { journal().planAsText(route.plan) } show { words ->
            find<TextView>(R.id.words).text = words.trimEnd()
            find<View>(R.id.share).setOnClickListener { share(words) }
        }
    }

    private fun share(words: String) =
        activity.startActivity(Intent.createChooser(Intent(Intent.ACTION_SEND).setType("text/plain").putExtra(Intent.EXTRA_TEXT, words), null))
}
