package app.saywell.settings

import app.saywell.R
import app.saywell.vault.said
import org.saywell.engine.Mended
import org.saywell.engine.Rule

/** Looks at all that is kept, and mends what is not as it must be. A file that is damaged leads in front of the vault, where it is repaired. */
class CheckScreen : WordsScreen() {
    override fun open() = ask { vault().use { it.checkData().mended to it.contents() } } show { (mended, contents) ->
        val kept = context.said(contents).ifEmpty { text(R.string.kept_nothing) }
        val words = mended.map(::said) + text(R.string.kept_here, kept)
        say(text(if (mended.isEmpty()) R.string.all_well else R.string.all_well_now), words.joinToString("\n\n"), R.string.done) { activity.goBack() }
    }

    private fun said(mended: Mended): String {
        val rows = mended.rows.toInt()
        return when (mended.rule) {
            Rule.INDEXES -> text(R.string.mended_indexes)
            Rule.LINKS -> count(R.plurals.mended_links, rows, rows)
            Rule.TALKS -> count(R.plurals.mended_talks, rows, rows)
            Rule.TIMES -> count(R.plurals.mended_times, rows, rows)
            Rule.REVIEWS -> count(R.plurals.mended_reviews, rows, rows)
            Rule.SETTINGS -> count(R.plurals.mended_settings, rows, rows)
        }
    }
}
