import { z } from 'zod';

// Imported before any schema is made: the content security policy forbids code made at run time, and Zod would try.
z.config({ jitless: true });
