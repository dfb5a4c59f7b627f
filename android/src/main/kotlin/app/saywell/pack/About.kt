/** What people are told about a course: who stands for it, who checked it, how it stands here. */
package app.saywell.pack

import android.content.Context
import android.view.View
import android.view.ViewGroup
import android.widget.TextView
import app.saywell.R
import app.saywell.ui.addProse
import app.saywell.ui.date
import app.saywell.ui.plain
import app.saywell.ui.setHeading
import app.saywell.ui.showIf
import org.saywell.engine.Block
import org.saywell.engine.PackApproval
import org.saywell.engine.PackPage
import org.saywell.engine.PackRow
import org.saywell.engine.PackState
import org.saywell.engine.TextSpan
import java.util.Locale

/** It was added, and cannot be shown before the person does something. */
internal val PackRow.isLost get() = state is PackState.Missing || state is PackState.Unreadable || state is PackState.Untrusted

/** In a word or two. */
internal val PackState.inShort
    get() = when (this) {
        is PackState.Shown -> R.string.course_shown
        is PackState.Outdated -> R.string.course_outdated
        is PackState.OtherLanguage -> R.string.course_other_language
        is PackState.Untrusted -> R.string.course_untrusted
        is PackState.Missing -> R.string.course_missing
        is PackState.Unreadable -> R.string.course_unreadable
        is PackState.Clashes -> R.string.course_clashes
    }

/** And what to do about it. */
internal fun Context.said(state: PackState): String = when (state) {
    is PackState.Shown -> getString(R.string.course_shown_more)
    is PackState.Outdated -> getString(R.string.course_outdated_more)
    is PackState.OtherLanguage -> getString(R.string.course_other_language_more)
    is PackState.Untrusted -> getString(R.string.course_untrusted_more)
    is PackState.Missing -> getString(R.string.course_missing_more)
    is PackState.Unreadable -> getString(R.string.course_unreadable_more)
    is PackState.Clashes -> getString(R.string.course_clashes_more, state.id)
}

/** Fills the cards of `pack_about`. [approval] where it is known. */
internal fun View.show(page: PackPage, approval: PackApproval? = null) {
    for (head in listOf(R.id.who, R.id.reviews, R.id.news_title)) findViewById<TextView>(head).setHeading()
    findViewById<TextView>(R.id.who_words).text = listOf(
        context.getString(R.string.course_from, page.publisher),
        context.getString(R.string.course_signed, page.signer),
        context.getString(R.string.course_languages, page.languages.joinToString(", ", transform = ::languageName)),
        context.getString(R.string.course_licence, page.licence),
    ).joinToString("\n")
    findViewById<TextView>(R.id.reviews_words).text = (context.reviews(page) + listOfNotNull(approval?.let(context::said))).joinToString("\n")
    findViewById<View>(R.id.news_card).showIf(page.news.isNotEmpty())
    findViewById<ViewGroup>(R.id.news).run {
        removeAllViews()
        addProse(page.news.map { it.unlinked }, {})
    }
}

private fun Context.reviews(page: PackPage) = page.reviews.map { getString(R.string.course_review, it.by, it.on.date(), it.what) }
    .ifEmpty { listOf(getString(R.string.course_unreviewed)) }

private fun Context.said(approval: PackApproval): String {
    val (approved, of) = approval.approved.toInt() to approval.of.toInt()
    return when {
        of == 0 -> getString(R.string.course_no_facts)
        approved == 0 -> resources.getQuantityString(R.plurals.course_approved_none, of, of)
        else -> resources.getQuantityString(R.plurals.course_approved, of, approved, of)
    }
}

/** In the words of the phone's language, such as `English`; the tag where there is none. */
private fun languageName(tag: String): String = Locale.forLanguageTag(tag).displayName.replaceFirstChar(Char::titlecase).ifEmpty { tag }

/** What its links lead to is not here yet. */
private val Block.unlinked
    get() = when (this) {
        is Block.Paragraph -> Block.Paragraph(unlinked(line))
        is Block.Bullets -> Block.Bullets(lines.map(::unlinked))
    }

private fun unlinked(line: List<TextSpan>): List<TextSpan> = listOf(TextSpan.Text(line.plain()))
