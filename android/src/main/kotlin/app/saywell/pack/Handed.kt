package app.saywell.pack

import android.content.Intent
import android.net.Uri
import android.os.Parcelable

/** The file that another app hands in, to be opened or as something shared. Not once more when the person comes back by recents. */
val Intent.handedIn: Uri?
    get() = when {
        flags and Intent.FLAG_ACTIVITY_LAUNCHED_FROM_HISTORY != 0 -> null
        action == Intent.ACTION_VIEW -> data
        action == Intent.ACTION_SEND -> shared
        else -> null
    }

/** Another app may put anything there. */
@Suppress("DEPRECATION") // the typed getter is API 33
private val Intent.shared get() = runCatching { getParcelableExtra<Parcelable>(Intent.EXTRA_STREAM) as? Uri }.getOrNull()
