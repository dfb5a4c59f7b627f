/** What every page is held to. A feature names its pages in a class of its own; each is drawn to target/pictures. */
package app.saywell

import android.content.res.Resources
import android.graphics.Bitmap
import android.graphics.Canvas
import android.graphics.Color
import android.graphics.Rect
import android.text.Spanned
import android.text.style.CharacterStyle
import android.view.View
import android.view.ViewGroup
import android.widget.EditText
import android.widget.TextView
import org.junit.Assert.assertEquals
import org.junit.Assume.assumeTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import java.io.File
import java.io.FileOutputStream

/** A page as a person finds it: [routes] lie over one another; [before] is what they did earlier, [then] what they do on it. */
class Sight(val name: String, vararg val routes: Route, val before: () -> Unit = {}, val then: Hand.() -> Unit = {})

/**
 * By day, by night, mirrored, with text at 200 % on the narrowest phone, on its side, and in Spanish. Whatever can be pressed has 48 dp and a label; no text is
 * cut, dotted, broken in a word or outside its parent; each text has 4.5:1 against the colour that is really drawn around it.
 */
@RunWith(RobolectricTestRunner::class)
abstract class Screens(vararg val sights: Sight) {
    @Test fun day() = keeps("day", "en-w360dp-h800dp-notnight-xhdpi")

    @Test fun night() = keeps("night", "en-w360dp-h800dp-night-xhdpi")

    /** Mirrored, with the words of the app in Arabic where the sample has them. */
    @Test fun rightToLeft() = keeps("rtl", "ar-ldrtl-w360dp-h800dp-notnight-xhdpi")

    @Test fun largeText() = keeps("large", "en-w320dp-h800dp-notnight-xhdpi", 2f)

    /** A phone on its side: little height, and room beside the column. */
    @Test fun onItsSide() = keeps("side", "en-w800dp-h360dp-land-notnight-xhdpi")

    /** Where pictures are asked for: the rules are those of a phone. */
    @Test fun onATablet() {
        assumeTrue(System.getProperty("pictures.all") != null)
        keeps("tablet", "en-w840dp-h1180dp-notnight-mdpi")
    }

    /** There too. What a translation does to a page stops no build: it is told beside them. */
    @Test fun spanish() {
        assumeTrue(System.getProperty("pictures.all") != null)
        val faults = hold("spanish", "es-rUS-w320dp-h800dp-notnight-xhdpi", 1.3f)
        File(System.getProperty("pictures")!!, "${javaClass.simpleName}.spanish.txt").writeText(faults.joinToString("") { "$it\n" })
    }

    private fun keeps(way: String, qualifiers: String, fontScale: Float = 1f) = assertEquals("", hold(way, qualifiers, fontScale).joinToString("\n"))

    private fun hold(way: String, qualifiers: String, fontScale: Float): List<String> {
        RuntimeEnvironment.setQualifiers(qualifiers)
        RuntimeEnvironment.setFontScale(fontScale)
        return sights.flatMap { sight ->
            phone.begin()
            sight.before()
            val hand = Hand(*sight.routes).apply(sight.then)
            val faults = Seen(hand).apply { save("${sight.name}-$way") }.faults().map { "${sight.name}: $it" }
            // What a page scrolls to is held to the same.
            val scroll = hand.scroll()
            val more = if (scroll?.canScrollVertically(1) != true) emptyList() else {
                scroll.scrollTo(0, scroll.getChildAt(0).height)
                hand.rest()
                Seen(hand).apply { save("${sight.name}-$way-end") }.faults().map { "${sight.name}, its end: $it" }
            }
            hand.close()
            (faults + more).distinct()
        }
    }
}

/** A page, drawn. */
class Seen(private val hand: Hand) {
    private val frame = hand.activity.window.decorView
    private val picture = Bitmap.createBitmap(frame.width, frame.height, Bitmap.Config.ARGB_8888).also { frame.draw(Canvas(it)) }

    fun save(name: String) {
        val file = File(System.getProperty("pictures")!!, "$name.png").also { it.parentFile!!.mkdirs() }
        FileOutputStream(file).use { picture.compress(Bitmap.CompressFormat.PNG, 100, it) }
    }

    fun faults() = turned() + hand.views().flatMap { small(it) + nameless(it) + cut(it) + faint(it) }

    private fun turned() = listOfNotNull("not the way its language is read".takeIf { hand.page.layoutDirection != Resources.getSystem().configuration.layoutDirection })

    private fun small(view: View): List<String> {
        val least = (48 * view.resources.displayMetrics.density).toInt()
        return listOfNotNull("${view.name}: ${view.width} x ${view.height} px to touch".takeIf { view.isClickable && (view.width < least || view.height < least) })
    }

    private fun nameless(view: View) = listOfNotNull("${view.name}: no label".takeIf { view.isClickable && label(view).isBlank() })

    private fun label(view: View): String = view.contentDescription?.toString()
        ?: (view as? EditText)?.let { "field" }
        ?: (view as? TextView)?.text?.toString()
        ?: (view as? ViewGroup)?.run { (0 until childCount).joinToString(" ") { label(getChildAt(it)) } } ?: ""

    private fun cut(view: View): List<String> {
        val text = (view as? TextView)?.layout ?: return emptyList()
        val lines = 0 until text.lineCount
        val broken = lines.drop(1).any { text.text[text.getLineStart(it) - 1].isLetter() && text.text[text.getLineStart(it)].isLetter() }
        val inside = view.height - view.compoundPaddingTop - view.compoundPaddingBottom
        return listOfNotNull(
            "dots or words left out".takeIf { lines.any { text.getEllipsisCount(it) > 0 } || view.lineCount > view.maxLines },
            "cut, ${text.height} px in $inside".takeIf { text.height > inside },
            "too wide".takeIf { lines.any { text.getLineMax(it) > text.width + 1 } },
            "a broken word".takeIf { broken },
            "outside its parent".takeIf { val parent = view.parent as View; view.bottom > parent.height || view.right > parent.width || view.left < 0 },
        ).map { "${view.name} “${view.text}”: $it" }
    }

    /** Each colour of a text against the commonest colour around it. */
    private fun faint(view: View): List<String> {
        if (view !is TextView || view.text.isBlank() || !view.isEnabled) return emptyList()
        val at = Rect()
        val seen = view.getGlobalVisibleRect(at) && at.intersect(0, 0, picture.width, picture.height) && at.intersect(words(view))
        if (!seen || at.height() < view.lineHeight / 2) return emptyList()
        val ground = ground(at)
        return inks(view).map { contrast(it, ground) }.filter { it < 4.5 }.map { "${view.name} “${view.text}”: %.2f:1".format(it) }
    }

    /** Where its words stand: a view may be much wider, with another colour at its ends. */
    private fun words(view: TextView): Rect {
        val (x, y) = IntArray(2).also(view::getLocationOnScreen).let { it[0] + view.totalPaddingLeft - view.scrollX to it[1] + view.totalPaddingTop - view.scrollY }
        val lines = 0 until view.layout.lineCount
        return Rect(x + lines.minOf { view.layout.getLineLeft(it) }.toInt(), y, x + lines.maxOf { view.layout.getLineRight(it) }.toInt() + 1, y + view.layout.height)
    }

    private fun inks(view: TextView): List<Int> {
        val spans = (view.text as? Spanned)?.getSpans(0, view.text.length, CharacterStyle::class.java).orEmpty()
        val plain = view.currentTextColor
        return (listOf(plain) + spans.map { span -> android.text.TextPaint().apply { color = plain; span.updateDrawState(this) }.color }).distinct()
    }

    private fun ground(at: Rect): Int {
        val pixels = IntArray(at.width() * at.height())
        picture.getPixels(pixels, 0, at.width(), at.left, at.top, at.width(), at.height())
        pixels.sort()
        var (ground, most, from) = intArrayOf(pixels[0], 0, 0)
        for (i in 1..pixels.size) if (i == pixels.size || pixels[i] != pixels[from]) {
            if (i - from > most) { ground = pixels[from]; most = i - from }
            from = i
        }
        return ground
    }

    private fun contrast(a: Int, b: Int): Double {
        val (dark, light) = listOf(a, b).map { Color.luminance(it).toDouble() }.sorted()
        return (light + .05) / (dark + .05)
    }

    /** Some views have no id, or one that the framework made up. */
    private val View.name get() = if (id ushr 24 == 0 || id == View.NO_ID) javaClass.simpleName else resources.getResourceEntryName(id)
}
