package app.saywell.vault

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import android.util.AtomicFile
import java.io.File
import java.security.InvalidKeyException
import java.security.KeyStore
import java.security.SecureRandom
import java.security.UnrecoverableKeyException
import javax.crypto.AEADBadTagException
import javax.crypto.Cipher
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** The secret of this phone and this app. Without it what is saved cannot be read by anybody. Called off the main thread. */
interface Secret {
    /** 32 bytes, the same each time, which the caller fills with zeros; or null if this phone has none, or has it no more. */
    fun read(): ByteArray?

    /** A fresh one, in place of any before. Only where core says that there is no vault: it would make one unreadable. */
    fun make(): ByteArray
}

/**
 * The secret lies in [file], wrapped with AES-GCM by a key of the Android Keystore that never leaves the phone: a copy of the file opens
 * nothing elsewhere. Not tied to the screen lock: a change of the lock would make the key useless, and the person's notes with it.
 */
class KeystoreSecret(private val file: File) : Secret {
    /** A key that is gone or another one is a secret that is lost. Any other fault of the Keystore may pass, and is thrown. */
    override fun read(): ByteArray? {
        if (!file.exists()) return null
        return try {
            wrapping()?.let { unwrap(AtomicFile(file).readFully(), it) }
        } catch (_: AEADBadTagException) {
            null
        } catch (_: InvalidKeyException) {
            null
        } catch (_: UnrecoverableKeyException) {
            null
        }
    }

    override fun make(): ByteArray {
        val secret = ByteArray(32).also(SecureRandom()::nextBytes)
        val cipher = Cipher.getInstance(AES_GCM).apply { init(Cipher.ENCRYPT_MODE, newWrapping()) }
        val atomic = AtomicFile(file)
        val out = atomic.startWrite()
        out.write(cipher.iv + cipher.doFinal(secret))
        atomic.finishWrite(out)
        return secret
    }

    private fun unwrap(wrapped: ByteArray, key: SecretKey): ByteArray {
        if (wrapped.size <= NONCE) throw AEADBadTagException()
        val cipher = Cipher.getInstance(AES_GCM)
        cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(128, wrapped, 0, NONCE))
        return cipher.doFinal(wrapped, NONCE, wrapped.size - NONCE)
    }

    private fun wrapping() = KeyStore.getInstance(STORE).run { load(null); getKey(ALIAS, null) } as SecretKey?

    private fun newWrapping(): SecretKey = KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).run {
        val purposes = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        init(
            KeyGenParameterSpec.Builder(ALIAS, purposes).setKeySize(256)
                .setBlockModes(KeyProperties.BLOCK_MODE_GCM).setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE).build(),
        )
        generateKey()
    }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val ALIAS = "secret"
        const val AES_GCM = "AES/GCM/NoPadding"
        const val NONCE = 12
    }
}
